using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides what texts with runtime expressions become.</summary>
internal sealed class TemplateBinder(ExpressionBinder expressions)
{
    /// <summary>A whole expression with its type, else a string; null after an error.</summary>
    /// <param name="template">The text.</param>
    /// <param name="text">Where it stands.</param>
    /// <param name="place">What it is, for messages.</param>
    /// <param name="form">The language of the text: what is embedded is escaped accordingly, in JSON inside its strings, in XPath by the quotes around it.</param>
    public ValueModel? Bind(Template template, ScalarNode text, string place, TextForm form = TextForm.Plain)
    {
        if (template.IsWhole && template.Parts[0] is ExpressionPart whole)
        {
            return expressions.Bind(whole.Expression, text.Range);
        }
        var parts = new List<ValueModel>();
        var quotes = new Quotes(isJson: form == TextForm.Json);
        foreach (var part in template.Parts)
        {
            if (part is LiteralPart literal)
            {
                parts.Add(new LiteralValue(TypeReference.String, literal.Text));
                quotes.Read(literal.Text);
                continue;
            }
            var expression = ((ExpressionPart)part).Expression;
            if (expressions.Bind(expression, text.Range) is not { } value)
            {
                return null;
            }
            var converted = ToText(value);
            converted = converted.Type.IsNullable && expressions.For is { } step
                ? new RequiredValue(TypeReference.String, converted, step, place, expression.Text)
                : converted;
            var escape = Escape(form, quotes.Current);
            parts.Add(escape == TextForm.Plain ? converted : new EscapedValue(converted, escape));
        }
        // What may be missing is nothing inside of a text.
        return parts.Count == 1 && !parts[0].Type.IsNullable ? parts[0] : new TemplateValue(parts.ToEquatableArray());
    }

    /// <summary>A value as text: objects and arrays as JSON (Arazzo 1.1, Runtime Expressions).</summary>
    public static ValueModel ToText(ValueModel value) =>
        Conversions.Convert(value, TypeReference.String) ?? new ConvertedValue(value.Type.IsNullable ? TypeReference.String.OrNull() : TypeReference.String, value);

    private static TextForm Escape(TextForm form, char quote) => form switch
    {
        TextForm.Json => quote == '\0' ? TextForm.Plain : TextForm.Json,
        TextForm.XPath => quote switch { '\'' => TextForm.XPathSingleQuoted, '"' => TextForm.XPathDoubleQuoted, _ => TextForm.XPath },
        _ => form,
    };

    /// <summary>The quote that a place in a text is inside of; NUL for none.</summary>
    private sealed class Quotes(bool isJson)
    {
        private bool _isEscape;

        public char Current { get; private set; }

        public void Read(string text)
        {
            foreach (var character in text)
            {
                if (Current == '\0' ? character == '"' || (character == '\'' && !isJson) : character == Current && !_isEscape)
                {
                    Current = Current == '\0' ? character : '\0';
                }
                _isEscape = isJson && Current != '\0' && character == '\\' && !_isEscape;
            }
        }
    }
}
