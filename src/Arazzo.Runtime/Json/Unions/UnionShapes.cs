using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The cases of a union that are objects, and which of them an object may be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionShapes
{
    private const int LongestName = 256;

    private readonly UnionShape[] _shapes;
    private readonly Dictionary<string, List<Declaration>> _declarations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Declaration>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Puts the cases together.</summary>
    /// <param name="shapes">The cases in the order of the document.</param>
    public UnionShapes(params UnionShape[] shapes)
    {
        _shapes = shapes;
        for (var index = 0; index < shapes.Length; index++)
        {
            Declare(index, shapes[index].Required, isRequired: true);
            Declare(index, shapes[index].Optional, isRequired: false);
        }
        _lookup = _declarations.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Looks at the names and kinds of an object's properties.</summary>
    /// <param name="json">The reader, on the start of the object; it stays there.</param>
    /// <returns>The cases that the object may be, best first: the more of its properties a case knows the better, then in the order of the document.</returns>
    public UnionFits Fit(ref Utf8JsonReader json)
    {
        Span<Score> scores = _shapes.Length <= 32 ? stackalloc Score[_shapes.Length] : new Score[_shapes.Length];
        scores.Clear();
        var ahead = json;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var declarations = Find(ref ahead);
            ahead.Read();
            var kind = ahead.TokenType.Kind();
            for (var index = 0; index < _shapes.Length; index++)
            {
                // A map's names are data; what else a class does not know is kept, and says nothing.
                scores[index].IsOut |= _shapes[index].Values is not JsonKinds.None and var values && (values & kind) == 0;
            }
            foreach (var declaration in declarations ?? [])
            {
                declaration.Count(ref ahead, kind, ref scores[declaration.Shape]);
            }
            ahead.TrySkip();
        }
        return Rank(scores);
    }

    private UnionFits Rank(ReadOnlySpan<Score> scores)
    {
        var fits = new List<(int Index, int Known)>();
        for (var index = 0; index < scores.Length; index++)
        {
            if (!scores[index].IsOut && scores[index].Required >= _shapes[index].Required.Length)
            {
                var isMap = _shapes[index].Values != JsonKinds.None;
                fits.Add((_shapes[index].Index, (scores[index].Known * 2) + (isMap ? 1 : 0)));
            }
        }
        return new UnionFits([.. fits.OrderByDescending(static fit => fit.Known).Select(static fit => fit.Index).Distinct()]);
    }

    private List<Declaration>? Find(ref Utf8JsonReader json)
    {
        Span<char> name = stackalloc char[LongestName];
        var length = json.HasValueSequence ? json.ValueSequence.Length : json.ValueSpan.Length;
        return length <= LongestName && _lookup.TryGetValue(name[..json.CopyString(name)], out var found) ? found : null;
    }

    private void Declare(int shape, (JsonKinds Kinds, string Name)[] properties, bool isRequired)
    {
        foreach (var (kinds, name) in properties)
        {
            if (!_declarations.TryGetValue(name, out var declarations))
            {
                _declarations.Add(name, declarations = []);
            }
            var constants = _shapes[shape].Constants.Where(constant => constant.Name == name).Select(static constant => Encoding.UTF8.GetBytes(constant.Text)).ToArray();
            declarations.Add(new Declaration(shape, kinds, isRequired, constants));
        }
    }

    private struct Score
    {
        public bool IsOut;
        public int Required;
        public int Known;
    }

    private sealed class Declaration(int shape, JsonKinds kinds, bool isRequired, byte[][] constants)
    {
        public int Shape => shape;

        public void Count(ref Utf8JsonReader json, JsonKinds kind, ref Score score)
        {
            // An optional property may be null, which is read as absent.
            if ((kinds & kind) == 0)
            {
                score.IsOut |= isRequired || kind != JsonKinds.Null;
                return;
            }
            score.IsOut |= constants.Length > 0 && !IsConstant(ref json);
            score.Known++;
            score.Required += isRequired ? 1 : 0;
        }

        private bool IsConstant(ref Utf8JsonReader json)
        {
            foreach (var constant in constants)
            {
                if (new JsonTag(json).Is(constant))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
