using System.Collections.Immutable;
using System.Globalization;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Arazzo;

/// <summary>Fields of any object: each method reports what is wrong and answers what is left.</summary>
internal sealed partial class ArazzoReader
{
    /// <summary>Where to point at an object as a whole: its first key.</summary>
    private static TextRange Place(MappingNode node) => node.Entries.IsEmpty ? node.Range.FirstLine : node.Entries[0].Key.Range;

    private void Fault(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments)
    {
        _faults++;
        _diagnostics.Report(descriptor, range, arguments);
    }

    /// <summary>Reports a use of the dialect; false when it is forbidden.</summary>
    private bool AcceptDialect(TextRange range, string rule)
    {
        if (_dialect == Dialect.Compat)
        {
            _diagnostics.Report(DiagnosticDescriptors.ArazzoDialect, range, rule);
            return true;
        }
        Fault(DiagnosticDescriptors.ArazzoDialectForbidden, range, rule);
        return false;
    }

    private void CheckVersion11(MappingNode node, string field)
    {
        if (_isVersion10 && node.Find(field) is { } entry)
        {
            AcceptDialect(entry.Key.Range, $"'{field}' needs Arazzo 1.1: write 'arazzo: 1.1.0'");
        }
    }

    /// <summary>Names that the specification recommends, and its JSON Schema demands, to be made of letters, digits, '-' and '_'.</summary>
    private void CheckIdentifier(ScalarNode name, string owner)
    {
        if (!name.Text.All(static character => IsIdentifier(character)))
        {
            AcceptDialect(name.Range.FirstLine, $"the name of {owner} has only letters, digits, '-' and '_', which '{name.Text}' has not");
        }
    }

    /// <summary>Keys of outputs and components: '.' as well.</summary>
    private void CheckKey(ScalarNode key, string owner)
    {
        if (key.Text.Length == 0 || !key.Text.All(static character => IsIdentifier(character) || character == '.'))
        {
            AcceptDialect(key.Range.FirstLine, $"the name of {owner} has only letters, digits, '.', '-' and '_', which '{key.Text}' has not");
        }
    }

    private static bool IsIdentifier(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';

    private void CheckFields(MappingNode node, string owner, ReadOnlySpan<string> fields)
    {
        foreach (var entry in node.Entries)
        {
            var name = entry.Key.Text;
            if (name.StartsWith("x-", StringComparison.Ordinal) || fields.IndexOf(name) >= 0)
            {
                continue;
            }
            var near = Nearest(name, fields);
            _diagnostics.Report(DiagnosticDescriptors.ArazzoUnknownField, entry.Key.Range.FirstLine, name, owner,
                near is null ? $"there are {string.Join(", ", fields.ToArray())}, and extensions that begin with 'x-'" : $"did you mean '{near}'?");
        }
    }

    /// <summary>The field that differs only by case, or by what stands in front or behind.</summary>
    private static string? Nearest(string name, ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (string.Equals(field, name, StringComparison.OrdinalIgnoreCase)
                || (name.Length > 3 && (field.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(field, StringComparison.OrdinalIgnoreCase))))
            {
                return field;
            }
        }
        return null;
    }

    /// <summary>A scalar that is not empty; numbers and booleans are taken for the text that they were written as.</summary>
    private ScalarNode? ReadString(MappingNode node, string field)
    {
        switch (node[field])
        {
            case null:
                return null;
            case ScalarNode { IsNull: false } scalar:
                return scalar;
            case var other:
                Fault(DiagnosticDescriptors.ArazzoWrongKind, other.Range.FirstLine, field, "a string", other.Describe());
                return null;
        }
    }

    private ScalarNode? RequireString(MappingNode node, string field, string owner)
    {
        if (node[field] is null)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldMissing, Place(node), owner, field);
            return null;
        }
        var value = ReadString(node, field);
        if (value is not { Text.Length: 0 })
        {
            return value;
        }
        Fault(DiagnosticDescriptors.ArazzoWrongKind, value.Range.FirstLine, field, "a string with something in it", "empty");
        return null;
    }

    private MappingNode? ReadMapping(MappingNode node, string field)
    {
        switch (node[field])
        {
            case null:
                return null;
            case MappingNode mapping:
                return mapping;
            case var other:
                Fault(DiagnosticDescriptors.ArazzoWrongKind, other.Range.FirstLine, field, "a mapping", other.Describe());
                return null;
        }
    }

    private ImmutableArray<MappingEntry> ReadEntries(MappingNode node, string field) => ReadMapping(node, field)?.Entries ?? [];

    private ImmutableArray<Node> ReadItems(MappingNode node, string field)
    {
        switch (node[field])
        {
            case null:
                return [];
            case SequenceNode sequence:
                return sequence.Items;
            case var other:
                Fault(DiagnosticDescriptors.ArazzoWrongKind, other.Range.FirstLine, field, "a sequence", other.Describe());
                return [];
        }
    }

    /// <summary>The mappings of a sequence.</summary>
    private IEnumerable<MappingNode> ReadObjects(MappingNode node, string field)
    {
        foreach (var item in ReadItems(node, field))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (item is MappingNode mapping)
            {
                yield return mapping;
            }
            else
            {
                Fault(DiagnosticDescriptors.ArazzoWrongKind, item.Range.FirstLine, "An entry of " + field, "a mapping", item.Describe());
            }
        }
    }

    /// <summary>The mappings of a sequence that must be there and have one.</summary>
    private IEnumerable<MappingNode> RequireObjects(MappingNode node, string field, string owner)
    {
        if (node[field] is null)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldMissing, Place(node), owner, field);
        }
        CheckNotEmpty(node, field, "");
        return ReadObjects(node, field);
    }

    private void CheckNotEmpty(MappingNode node, string field, string alternative)
    {
        if (node.Find(field) is { Value: SequenceNode { Items.IsEmpty: true } } entry)
        {
            Fault(DiagnosticDescriptors.ArazzoListEmpty, entry.Key.Range, field, alternative);
        }
    }

    private ImmutableArray<ScalarNode> ReadStrings(MappingNode node, string field)
    {
        var strings = ImmutableArray.CreateBuilder<ScalarNode>();
        var names = new NameTable(this, "entry");
        foreach (var item in ReadItems(node, field))
        {
            if (item is not ScalarNode { IsNull: false } scalar)
            {
                Fault(DiagnosticDescriptors.ArazzoWrongKind, item.Range.FirstLine, "An entry of " + field, "a string", item.Describe());
            }
            else if (names.Add(scalar))
            {
                strings.Add(scalar);
            }
        }
        return strings.ToImmutable();
    }

    private T? ReadChoice<T>(MappingNode node, string field, ImmutableArray<KeyValuePair<string, T>> choices)
        where T : struct
    {
        if (ReadString(node, field) is not { } scalar)
        {
            return null;
        }
        foreach (var choice in choices)
        {
            if (string.Equals(choice.Key, scalar.Text, StringComparison.Ordinal))
            {
                return choice.Value;
            }
        }
        Fault(DiagnosticDescriptors.ArazzoUnknownValue, scalar.Range.FirstLine, scalar.Text, field, JoinChoices(choices.Select(static choice => choice.Key)));
        return null;
    }

    private static string JoinChoices(IEnumerable<string> choices) => string.Join(" or ", choices.Select(static choice => $"'{choice}'"));

    /// <summary>A number from <paramref name="least"/> on, written as a number or as a string of one.</summary>
    private decimal? ReadNumber(MappingNode node, string field, decimal least, decimal most, bool whole, string expected)
    {
        if (ReadString(node, field) is not { } scalar)
        {
            return null;
        }
        if (decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && (!whole || decimal.Truncate(number) == number))
        {
            return number;
        }
        Fault(DiagnosticDescriptors.ArazzoNumberOutOfRange, scalar.Range.FirstLine, field, expected, scalar.Text);
        return null;
    }

    /// <summary>Names that may occur once.</summary>
    private sealed class NameTable(ArazzoReader reader, string what)
    {
        private readonly Dictionary<string, TextRange> _names = new(StringComparer.Ordinal);

        /// <summary>False, with a fault, when the name is taken.</summary>
        public bool Add(ScalarNode name) => Add(name.Text, name.Text, name.Range.FirstLine);

        public bool Add(string key, string shown, TextRange range)
        {
            if (!_names.TryGetValue(key, out var first))
            {
                _names.Add(key, range);
                return true;
            }
            reader.Fault(DiagnosticDescriptors.ArazzoDuplicateName, range, what, shown, reader._diagnostics.Line(first));
            return false;
        }
    }
}
