using System.Text.RegularExpressions;

namespace Arazzo.Generator.Tests.Pipeline;

/// <summary>Edits a text at random, as one who writes it: lines come, go, move and change, and some edits are taken back.</summary>
internal sealed partial class Editor(string text, int seed)
{
    private const int MostVersions = 8;

    private static readonly string[] Lines =
    [
        "", "# a comment", "    # a comment, indented", "      description: More words.", "      x-note: [a, b]", "        extra: { type: string }", "        extra:", "          type: strung", "  /more/{id}:", "    get: {}",
        "    Another:", "      $ref: '#/components/schemas/A'", "      $id: https://example.com/a", "---", "...", "%YAML 1.2", "\tx: y", "    - a", "  - a", "- a", "openapi: 3.0.3", "openapi: 3.1.0", "components:",
        "      description: |", "        text", "          more", "      deprecated: maybe", "      type: [object, 'null']",
    ];

    private static readonly string[] Splinters = [" ", "  ", ":", ": ", "#", " #", "'", "\"", "-", "- ", "|", ">", "&a", "*a", "\t", "\u0085", "\u0001", "\r", "\ud83d", "é", "[", "{}", "x"];

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["$ref"] = ["'#/components/parameters/id'", "'#/components/schemas/A'", "'#/components/schemas/C'", "'#/paths/~1a~1{id}/get/parameters/1'", "'#/definitions/A'", "''", "other.yml"],
        ["in"] = ["path", "query", "header", "cookie", "body", "formData", "nowhere"],
        ["name"] = ["id", "page", "ID", "''"],
        ["openapi"] = ["3.0.3", "3.1.0", "3.2.0", "4.0.0"],
        ["operationId"] = ["getA", "getB"],
        ["required"] = ["true", "false", "perhaps"],
        ["type"] = ["string", "object", "array", "integer", "'null'", "[string, 'null']"],
    };

    private readonly Random _random = new(seed);
    private readonly List<string> _versions = [text];

    public string Text => _versions[^1];

    /// <summary>Edits the text.</summary>
    /// <returns>What was done, in words.</returns>
    public string Edit()
    {
        var lines = Text.Split('\n').ToList();
        var at = _random.Next(lines.Count);
        var what = _random.Next(30);
        switch (what)
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[_random.Next(lines.Count)]);
                break;
            case 2 or 3:
                lines.Insert(at, Lines[_random.Next(Lines.Length)]);
                break;
            case 4:
                lines.RemoveRange(at, Math.Min(_random.Next(12), lines.Count - at));
                break;
            case 5 or 6:
                Move(lines, at);
                break;
            case 7:
                lines[at] = "  " + lines[at];
                break;
            case 8:
                lines[at] = lines[at].StartsWith("  ", StringComparison.Ordinal) ? lines[at][2..] : "x" + lines[at];
                break;
            case 9:
                lines[at] = lines[at].TrimEnd() + (_random.Next(2) == 0 ? " more words" : " # said beside it");
                break;
            case 10:
                lines[at] = lines[at].Insert(_random.Next(lines[at].Length + 1), Splinters[_random.Next(Splinters.Length)]);
                break;
            case 11 or 12:
                var words = lines.SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
                lines[at] = lines[at].Replace(words[_random.Next(words.Count)].TrimEnd(':'), words[_random.Next(words.Count)].TrimEnd(':'), StringComparison.Ordinal);
                break;
            case 13:
                lines[at] = lines[at].Length == 0 ? "x: y" : lines[at][..^1];
                break;
            case 14:
                Move(lines, BlockAt(lines, at));
                break;
            case 15:
                lines.RemoveRange(Math.Min(lines.Count, BlockAt(lines, at)), 0);
                lines.InsertRange(BlockAt(lines, at), lines.Skip(BlockAt(lines, at)).TakeWhile((line, index) => index == 0 || line.StartsWith("     ", StringComparison.Ordinal)).ToList());
                break;
            case 16:
                return Set(Text.EndsWith('\n') ? Text.TrimEnd('\n') : Text + "\n\n", what);
            case 17 when _random.Next(3) == 0:
                return Set(Text.Contains('\r', StringComparison.Ordinal) ? Text.Replace("\r", "", StringComparison.Ordinal) : Text.Replace("\n", "\r\n", StringComparison.Ordinal), what);
            case >= 17 and < 27:
                ChangeValue(lines);
                break;
            default:
                // Most edits that break a document are taken back soon.
                return Set(_versions[_random.Next(_versions.Count)], what);
        }
        return Set(string.Join('\n', lines), what);
    }

    private string Set(string version, int what)
    {
        _versions.Add(version);
        if (_versions.Count > MostVersions)
        {
            // The first one stays: it is whole.
            _versions.RemoveAt(1);
        }
        return $"kind {what}";
    }

    /// <summary>Gives a field another value: one that a field of the name has elsewhere, or could have.</summary>
    private void ChangeValue(List<string> lines)
    {
        var fields = lines.Select(static (line, index) => (Index: index, Field: Field().Match(line))).Where(static line => line.Field.Success).ToList();
        if (fields.Count > 0)
        {
            var (index, field) = fields[_random.Next(fields.Count)];
            var name = field.Groups["name"].Value;
            var values = fields.Where(other => other.Field.Groups["name"].Value == name).Select(static other => other.Field.Groups["value"].Value)
                .Concat(Values.GetValueOrDefault(name, ["more"])).ToList();
            lines[index] = lines[index][..field.Groups["value"].Index] + values[_random.Next(values.Count)];
        }
    }

    [GeneratedRegex("^ *(- )?(?<name>[$A-Za-z]+): (?<value>[^ ].*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    /// <summary>Moves a line with all that is indented below it.</summary>
    private void Move(List<string> lines, int at)
    {
        var indentation = Indentation(lines[at]);
        var count = 1 + lines.Skip(at + 1).TakeWhile(line => line.Length == 0 || Indentation(line) > indentation).Count();
        var moved = lines.GetRange(at, count);
        lines.RemoveRange(at, count);
        var places = Enumerable.Range(0, lines.Count + 1).Where(index => index == lines.Count || Indentation(lines[index]) == indentation).ToList();
        lines.InsertRange(places[_random.Next(places.Count)], moved);
    }

    /// <summary>The last line from <paramref name="at"/> upwards that begins a schema or a path.</summary>
    private static int BlockAt(List<string> lines, int at)
    {
        while (at > 0 && Indentation(lines[at]) is not (2 or 4))
        {
            at--;
        }
        return at;
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
