using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// The members of an object on their way in or out, one after the other. A generated class has one method for both ways, in which each member takes what
/// this hands out: the value that is read, or, when it is written, the value that it has.
/// </summary>
/// <typeparam name="TDirection">A struct that says whether they come in or go out: the just-in-time compiler makes code for each way, with nothing of the other in it.</typeparam>
/// <remarks>Each kind of value has methods of its own: what every line of generated code would have to choose among overloads costs the compiler more than all else in it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // A ref struct is never compared.
public ref partial struct ObjectMembers<TDirection>
    where TDirection : struct
{
    private const int BitsOfWord = 64;
    // The place of what is written last: the members that have no name in the list.
    private const int Unnamed = int.MinValue;

    private readonly JsonOutput? _writer;
    // Keeps the members that have no name in the list. Null: the object does without them, or does so itself.
    private readonly OpenObject? _open;
    // C# has no field for a reference to a ref struct, which the reader is.
    private readonly ref byte _reader;
    private JsonNames _names = null!;
    private int _index = -1;
    private bool _isNull;
    private ulong _seen;
    private ulong[]? _seenLater;

    /// <summary>Begins to read an object.</summary>
    /// <param name="json">The reader, on the start of the object.</param>
    /// <param name="value">The object.</param>
    /// <exception cref="JsonException">The reader stands on something else.</exception>
    internal ObjectMembers(ref Utf8JsonReader json, object value)
    {
        json.StartObject();
        _open = value as OpenObject;
        _reader = ref Unsafe.As<Utf8JsonReader, byte>(ref json);
    }

    /// <summary>Begins to write an object.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The object.</param>
    internal ObjectMembers(JsonOutput json, object value)
    {
        json.WriteStartObject();
        _open = value as OpenObject;
        _writer = json;
    }

    /// <summary>The place of the member's name in the list; negative for those that have none there.</summary>
    public readonly int Index => _index;

    private static bool IsReading => typeof(TDirection) == typeof(Reading);

    // What is written decides about null by its own value.
    private readonly bool IsNull => IsReading && _isNull;

    private readonly JsonOutput Writer => _writer!;

    private readonly ref Utf8JsonReader Reader => ref Unsafe.As<byte, Utf8JsonReader>(ref _reader);

    private readonly byte[] Name => _names.Json[_index];

    /// <summary>Moves to the next member; at the end of the object, to what follows it.</summary>
    /// <param name="names">The names of the members, the same ones at every move.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="JsonException">The text is not JSON, or the object lacks a member that it must have.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(JsonNames names)
    {
        _names = names;
        if (IsReading)
        {
            return Read(ref Reader);
        }
        if ((uint)(_index + 1) < (uint)names.Count)
        {
            _index++;
            return true;
        }
        return End();
    }

    private bool End()
    {
        if (_open is null && _index != Unnamed)
        {
            _index = Unnamed;
            return true;
        }
        if (_open?.AdditionalProperties is { } members)
        {
            Additional(members);
        }
        Writer.WriteEndObject();
        return false;
    }

    private bool Read(scoped ref Utf8JsonReader json)
    {
        while (true)
        {
            // Nobody wanted the member before.
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                json.Skip();
            }
            if (!_names.Next(ref json, ref _index, out _isNull))
            {
                _names.Require(_seen, _seenLater);
                return false;
            }
            if (_index >= 0 || _open is null)
            {
                break;
            }
            _open.AdditionalProperties = Additional(_open.AdditionalProperties);
        }
        if ((uint)_index < BitsOfWord)
        {
            _seen |= 1UL << _index;
        }
        else if (_index >= 0)
        {
            _seenLater ??= new ulong[_names.Count / BitsOfWord];
            _seenLater[_index / BitsOfWord - 1] |= 1UL << _index;
        }
        return true;
    }
}
