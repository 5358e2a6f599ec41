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
    /// <param name="form">The language of the text: what is embedded is escaped accordingly, in JSON inside its strings.</param>
    public ValueModel? Bind(Template template, ScalarNode text, string place, TextForm form = TextForm.Plain)
    {
        if (template.IsWhole && template.Parts[0] is ExpressionPart whole)
        {
            return expressions.Bind(whole.Expression, text.Range);
        }
        var parts = new List<ValueModel>();
        var quotes = new JsonQuotes();
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
            converted = converted.Type.IsNullable && expressions.MustHaveValues
                ? new RequiredValue(TypeReference.String, converted, expressions.Step!.Name, place, expression.Text)
                : converted;
            parts.Add(form == TextForm.Regex || (form == TextForm.Json && quotes.IsInside) ? new EscapedValue(converted, form) : converted);
        }
        return new TemplateValue(parts.ToEquatableArray());
    }

    /// <summary>A value as text: objects and arrays as JSON (Arazzo 1.1, Runtime Expressions).</summary>
    public static ValueModel ToText(ValueModel value) =>
        Conversions.Convert(value, TypeReference.String) ?? new ConvertedValue(value.Type.IsNullable ? TypeReference.String.OrNull() : TypeReference.String, value);

    /// <summary>Whether a place in JSON text is inside a string.</summary>
    private sealed class JsonQuotes
    {
        private bool _isEscape;

        public bool IsInside { get; private set; }

        public void Read(string text)
        {
            foreach (var character in text)
            {
                if (character == '"' && !_isEscape)
                {
                    IsInside = !IsInside;
                }
                _isEscape = IsInside && character == '\\' && !_isEscape;
            }
        }
    }
}
