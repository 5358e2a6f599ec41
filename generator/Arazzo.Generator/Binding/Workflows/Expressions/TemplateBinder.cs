using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Decides what texts with runtime expressions become.</summary>
internal sealed class TemplateBinder(ExpressionBinder expressions)
{
    /// <summary>A whole expression with its type, else a string; null after an error.</summary>
    /// <param name="template">The text.</param>
    /// <param name="text">Where it stands.</param>
    /// <param name="place">What it is, for messages.</param>
    /// <param name="form">The language of the text: what is embedded is escaped accordingly, in JSON inside its strings, and checked outside of them, in XPath by the quotes around it.</param>
    public ValueModel? Bind(Template template, ScalarNode text, string place, TextForm form = TextForm.Plain)
    {
        if (template.IsWhole && template.Parts[0] is ExpressionPart whole)
        {
            return expressions.Bind(whole.Expression, text.Range);
        }
        var parts = new List<ValueModel>();
        var quotes = new Quotes(isJson: form == TextForm.Json);
        for (var index = 0; index < template.Parts.Count; index++)
        {
            var part = template.Parts[index];
            if (part is LiteralPart literal)
            {
                var spelled = form == TextForm.XPath ? quotes.Spell(literal.Text, index == template.Parts.Count - 1) : literal.Text;
                parts.Add(new LiteralValue(TypeReference.String, spelled));
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
            var escape = Escape(form, quotes.Current, value.Type.Kind);
            if (escape == TextForm.XPathQuoted && template.Parts[index - 1] is ExpressionPart)
            {
                parts.Add(new LiteralValue(TypeReference.String, ","));
            }
            parts.Add(escape == TextForm.Plain ? converted : new EscapedValue(converted, escape));
        }
        // What may be missing is nothing inside of a text.
        return parts.Count == 1 && !parts[0].Type.IsNullable ? parts[0] : new TemplateValue(parts.ToEquatableArray());
    }

    /// <summary>A value as text: objects and arrays as JSON (Arazzo 1.1, Runtime Expressions).</summary>
    public static ValueModel ToText(ValueModel value) =>
        Conversions.Convert(value, TypeReference.String) ?? new ConvertedValue(value.Type.IsNullable ? TypeReference.String.OrNull() : TypeReference.String, value);

    private static TextForm Escape(TextForm form, char quote, TypeKind kind) => form switch
    {
        // What is not JSON by its type may be a text that closes the object that it stands in.
        TextForm.Json when quote == '\0' => Conversions.IsNumber(kind) || kind is TypeKind.Boolean or TypeKind.Object or TypeKind.List or TypeKind.Map ? TextForm.Plain : TextForm.JsonValue,
        TextForm.XPath => quote == '\0' ? TextForm.XPath : TextForm.XPathQuoted,
        _ => form,
    };

    /// <summary>The quote that a place in a text is inside of; NUL for none.</summary>
    private sealed class Quotes(bool isJson)
    {
        private bool _isEscape;

        public char Current { get; private set; }

        /// <summary>
        /// The part of an XPath as it stands beside what is embedded inside quotes: XPath 1.0 escapes nothing, so <c>'a{x}b'</c> becomes <c>concat('a',X,'b')</c>, where X
        /// has quotes of its own.
        /// </summary>
        public string Spell(string text, bool isLast)
        {
            var spelled = new System.Text.StringBuilder();
            var quote = Current;
            if (quote != '\0')
            {
                spelled.Append(',').Append(quote);
            }
            var start = -1;
            var isSplit = quote != '\0';
            foreach (var character in text)
            {
                if (quote == '\0' && character is '\'' or '"')
                {
                    (quote, start) = (character, spelled.Length);
                    spelled.Append(character);
                }
                else
                {
                    spelled.Append(character);
                    if (character == quote)
                    {
                        spelled.Append(isSplit ? ")" : "");
                        (quote, isSplit, start) = ('\0', false, -1);
                    }
                }
            }
            if (quote != '\0' && !isLast)
            {
                spelled.Append(quote).Append(',');
                if (start >= 0)
                {
                    spelled.Insert(start, "concat(");
                }
            }
            return spelled.ToString();
        }

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
