using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Finds what a schema does not allow: a method for each keyword, called by generated code where the schema has it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Validator
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);
    private readonly List<ValidationProblem> _problems = [];
    private readonly List<string> _path = [];

    // A value may hold itself: where the check is in a model, it does not enter it again.
    private readonly HashSet<object> _entered = new(ReferenceEqualityComparer.Instance);

    private Validator()
    {
    }

    /// <summary>Checks a value and all that it holds.</summary>
    /// <param name="value">The value.</param>
    /// <returns>All problems.</returns>
    public static IReadOnlyList<ValidationProblem> Run(IValidated value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var validator = new Validator();
        validator.Nested(value);
        return validator._problems;
    }

    /// <summary>Makes the matcher of a pattern: one that is linear in the text if the pattern allows it, else one that gives up.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The matcher.</returns>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, LongestMatch);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
    }

    /// <summary>Goes into a property.</summary>
    /// <param name="name">Its name in JSON.</param>
    public void Enter(string name) => _path.Add(name);

    /// <summary>Goes into an element.</summary>
    /// <param name="index">Its index.</param>
    public void Enter(int index) => _path.Add(index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Goes back to what was entered before.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Checks a model inside of the value, or what a union holds.</summary>
    /// <param name="value">The model or union.</param>
    public void Nested(object? value)
    {
        switch (value)
        {
            case IValidated model:
                if (_entered.Add(value))
                {
                    model.Validate(this);
                    _entered.Remove(value);
                }
                break;
            case JsonUnion union:
                Nested(union.Value);
                break;
            // A case of a union may be a list; those of structs hold no model.
            case IReadOnlyList<object?> list:
                for (var index = 0; index < list.Count; index++)
                {
                    Enter(index);
                    Nested(list[index]);
                    Leave();
                }
                break;
        }
    }

    /// <summary>A required property must not be null.</summary>
    /// <param name="name">Its name in JSON.</param>
    /// <param name="value">Its value.</param>
    public void Required(string name, object? value)
    {
        if (value is null)
        {
            Enter(name);
            Add("required", "The property is required.");
            Leave();
        }
    }

    /// <summary>A text must have as many characters (Unicode code points, JSON Schema Validation, section 6.3).</summary>
    /// <param name="value">The text.</param>
    /// <param name="length">The number.</param>
    public void MinLength(string value, long length) => Check(Length(value) >= length, "minLength", $"The text must have {length} characters or more.");

    /// <inheritdoc cref="MinLength"/>
    public void MaxLength(string value, long length) => Check(Length(value) <= length, "maxLength", $"The text must have {length} characters or fewer.");

    /// <summary>A text must match, anywhere in it.</summary>
    /// <param name="value">The text.</param>
    /// <param name="pattern">The matcher.</param>
    public void Pattern(string value, Regex pattern)
    {
        try
        {
            Check(pattern.IsMatch(value), "pattern", "The text does not match the pattern.");
        }
        catch (RegexMatchTimeoutException)
        {
            Add("pattern", "The pattern takes too long to match this text.");
        }
    }

    /// <summary>A number must not be less.</summary>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public void Minimum(decimal value, decimal bound) => Check(value >= bound, "minimum", $"The number must be {bound} or more.");

    /// <inheritdoc cref="Minimum(decimal, decimal)"/>
    public void Minimum(double value, double bound) => Check(value >= bound, "minimum", $"The number must be {bound} or more.");

    /// <inheritdoc cref="Minimum(decimal, decimal)"/>
    public void Minimum(float value, float bound) => Check(value >= bound, "minimum", $"The number must be {bound} or more.");

    /// <summary>A number must not be more.</summary>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public void Maximum(decimal value, decimal bound) => Check(value <= bound, "maximum", $"The number must be {bound} or less.");

    /// <inheritdoc cref="Maximum(decimal, decimal)"/>
    public void Maximum(double value, double bound) => Check(value <= bound, "maximum", $"The number must be {bound} or less.");

    /// <inheritdoc cref="Maximum(decimal, decimal)"/>
    public void Maximum(float value, float bound) => Check(value <= bound, "maximum", $"The number must be {bound} or less.");

    /// <summary>A number must be more.</summary>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public void ExclusiveMinimum(decimal value, decimal bound) => Check(value > bound, "exclusiveMinimum", $"The number must be more than {bound}.");

    /// <inheritdoc cref="ExclusiveMinimum(decimal, decimal)"/>
    public void ExclusiveMinimum(double value, double bound) => Check(value > bound, "exclusiveMinimum", $"The number must be more than {bound}.");

    /// <inheritdoc cref="ExclusiveMinimum(decimal, decimal)"/>
    public void ExclusiveMinimum(float value, float bound) => Check(value > bound, "exclusiveMinimum", $"The number must be more than {bound}.");

    /// <summary>A number must be less.</summary>
    /// <param name="value">The number.</param>
    /// <param name="bound">The bound.</param>
    public void ExclusiveMaximum(decimal value, decimal bound) => Check(value < bound, "exclusiveMaximum", $"The number must be less than {bound}.");

    /// <inheritdoc cref="ExclusiveMaximum(decimal, decimal)"/>
    public void ExclusiveMaximum(double value, double bound) => Check(value < bound, "exclusiveMaximum", $"The number must be less than {bound}.");

    /// <inheritdoc cref="ExclusiveMaximum(decimal, decimal)"/>
    public void ExclusiveMaximum(float value, float bound) => Check(value < bound, "exclusiveMaximum", $"The number must be less than {bound}.");

    /// <summary>A number must be a multiple.</summary>
    /// <param name="value">The number.</param>
    /// <param name="divisor">Of what; more than zero.</param>
    public void MultipleOf(decimal value, decimal divisor) => Check(value % divisor == 0, "multipleOf", $"The number must be a multiple of {divisor}.");

    /// <inheritdoc cref="MultipleOf(decimal, decimal)"/>
    public void MultipleOf(double value, double divisor)
    {
        // 0.3 is a multiple of 0.1 as the document means it, though not as binary has it.
        const double largest = 1e15;
        var isMultiple = Math.Abs(value) < largest && divisor is > 1e-15 and < largest ? (decimal)value % (decimal)divisor == 0 : Math.IEEERemainder(value, divisor) == 0;
        Check(isMultiple, "multipleOf", $"The number must be a multiple of {divisor}.");
    }

    /// <inheritdoc cref="MultipleOf(decimal, decimal)"/>
    public void MultipleOf(float value, float divisor) => MultipleOf(Shortest(value), Shortest(divisor));

    // The number that the shortest text for it says, which is what was meant.
    private static double Shortest(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A list must have as many elements.</summary>
    /// <param name="value">The list.</param>
    /// <param name="count">The number.</param>
    /// <typeparam name="T">The type of the elements.</typeparam>
    public void MinItems<T>(IReadOnlyList<T> value, long count) => Check(value.Count >= count, "minItems", $"There must be {count} elements or more.");

    /// <inheritdoc cref="MinItems"/>
    public void MaxItems<T>(IReadOnlyList<T> value, long count) => Check(value.Count <= count, "maxItems", $"There must be {count} elements or fewer.");

    /// <summary>No two elements may be the same JSON.</summary>
    /// <param name="value">The list.</param>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    public void UniqueItems<T, TCodec>(IReadOnlyList<T> value)
        where TCodec : IJsonCodec<T>
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var json = new JsonOutput();
        foreach (var item in value)
        {
            json.Reset();
            TCodec.WriteJson(json, item);
            if (!texts.Add(Encoding.UTF8.GetString(json.Written)))
            {
                Add("uniqueItems", "No two elements may be the same.");
                return;
            }
        }
    }

    /// <summary>A map must have as many entries.</summary>
    /// <param name="value">The map.</param>
    /// <param name="count">The number.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    public void MinProperties<T>(IReadOnlyDictionary<string, T> value, long count) => Check(value.Count >= count, "minProperties", $"There must be {count} properties or more.");

    /// <inheritdoc cref="MinProperties"/>
    public void MaxProperties<T>(IReadOnlyDictionary<string, T> value, long count) => Check(value.Count <= count, "maxProperties", $"There must be {count} properties or fewer.");

    /// <summary>An object must have as many members.</summary>
    /// <param name="members">How many it has.</param>
    /// <param name="count">The number.</param>
    public void MinProperties(int members, long count) => Check(members >= count, "minProperties", $"There must be {count} properties or more.");

    /// <inheritdoc cref="MinProperties(int, long)"/>
    public void MaxProperties(int members, long count) => Check(members <= count, "maxProperties", $"There must be {count} properties or fewer.");

    /// <summary>A value must be what no type says (<c>not</c>, <c>if</c>, <c>contains</c> ...).</summary>
    /// <param name="value">The value.</param>
    /// <param name="condition">The condition.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void Condition<T, TCodec>(T value, SchemaCondition condition)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(condition);
        try
        {
            foreach (var keyword in condition.Failed(WorkflowJson.From<T, TCodec>(value)))
            {
                Add(keyword, keyword switch
                {
                    "not" => "It is what it must not be.",
                    "if" => "It is not what it must be under its condition.",
                    "contains" => "There are too few or too many elements of the kind that it must contain.",
                    "propertyNames" => "There is a property of a name that is not allowed.",
                    "dependentRequired" or "dependentSchemas" => "There is a property that asks for another one, or for other values.",
                    "patternProperties" => "There is a property that is not what its name asks for.",
                    "additionalProperties" => "There is a property of a name that no pattern fits.",
                    "oneOf" => "It must be exactly one of several alternatives.",
                    _ => "It is none of several alternatives.",
                });
            }
        }
        catch (RegexMatchTimeoutException)
        {
            Add("pattern", "The pattern takes too long to match this text.");
        }
        // Without what is required, or if it holds itself, it is no JSON: the one is told already, the other whoever writes it.
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException or ArgumentException)
        {
        }
    }

    /// <summary>How many characters a text has, in code points.</summary>
    internal static int Length(string value)
    {
        var length = value.Length;
        foreach (var character in value)
        {
            length -= char.IsLowSurrogate(character) ? 1 : 0;
        }
        return length;
    }

    private void Check(bool isValid, string keyword, FormattableString message)
    {
        if (!isValid)
        {
            Add(keyword, message.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Check(bool isValid, string keyword, string message)
    {
        if (!isValid)
        {
            Add(keyword, message);
        }
    }

    private void Add(string keyword, string message)
    {
        var path = new StringBuilder();
        foreach (var token in _path)
        {
            path.Append('/').Append(token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
        _problems.Add(new ValidationProblem(path.ToString(), keyword, message));
    }
}
