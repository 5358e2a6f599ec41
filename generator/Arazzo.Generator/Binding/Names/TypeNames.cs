namespace Arazzo.Generator.Binding.Names;

/// <summary>The names of emitted types, distinct in each namespace.</summary>
internal sealed class TypeNames
{
    // What emitted files name without a namespace: the public types of Arazzo.Runtime.CompilerServices.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "AnyCodec", "ApiDefinition", "ApiOperation", "ApiPipeline", "ApiRequest", "ApiSecurityScheme", "ApiStreamExtensions", "Base64UrlCodec", "BinaryCodec", "BooleanCodec", "BytesCodec", "DateOnlyCodec",
        "DateTimeOffsetCodec", "DecimalCodec", "DoubleCodec", "DurationCodec", "EventCase", "GuidCodec", "IJsonCodec", "IJsonObject", "IOpenInteger", "IOpenString", "IValidated", "Int32Codec", "Int64Codec", "JsonCodecConverter",
        "JsonNames", "JsonOutput", "JsonReaderExtensions", "ListCodec", "MapCodec", "NoContent", "ObjectMembers", "OrNullCodec", "OrNullValueCodec",
        "ParameterStyle", "PathText", "RequestPath",
        "ResponseCase", "ResponseHeaderReader", "SchemaCondition", "SecurityRequirement", "ServerUrl", "SingleCodec", "StringCodec", "TimeOnlyCodec", "UInt64Codec", "UriCodec", "Validator", "WorkflowConvert",
        "StepAnswer", "WorkflowAnswer", "WorkflowDefinition", "WorkflowJson", "WorkflowOutputs", "WorkflowRun", "WorkflowState", "WorkflowText", "WorkflowValue",
        "FormEncoding", "MultipartParts", "XmlMember", "XmlName", "XmlShape",
        "JsonKinds", "JsonTag", "UnionFits", "UnionReaderExtensions", "UnionShape", "UnionShapes",
        "JsonPathNodes", "JsonPathValue", "WorkflowPattern", "WorkflowPayload", "WorkflowXml",
    };

    // The type parameter of emitted members, in which all other types are named.
    private const string TypeParameter = "TDirection";

    private readonly Dictionary<string, HashSet<string>> _taken = new(StringComparer.Ordinal);

    /// <summary>Whether a name is that of a codec, which emitted classes call by it: a property of the name would hide the codec.</summary>
    public static bool IsCodec(string name) => name.EndsWith("Codec", StringComparison.Ordinal) && Reserved.Contains(name);

    /// <summary>Claims a name in a namespace.</summary>
    /// <param name="namespace">The namespace.</param>
    /// <param name="name">The name that the type deserves.</param>
    /// <param name="alternatives">Names that say more about what it is, in the order of preference.</param>
    /// <param name="text">The exact text that the name stands for: decides the last resort.</param>
    /// <returns>The name to use; the first that is free.</returns>
    public string Claim(string @namespace, string name, IEnumerable<string> alternatives, string text)
    {
        // Without regard to case: file names differ by the type's name alone.
        if (!_taken.TryGetValue(@namespace, out var taken))
        {
            taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase) { TypeParameter };
            _taken.Add(@namespace, taken);
        }
        foreach (var candidate in alternatives.Prepend(name))
        {
            if (taken.Add(candidate))
            {
                return candidate;
            }
        }
        var last = name + "_" + CSharpName.Fingerprint(text);
        while (!taken.Add(last))
        {
            last += CSharpName.Fingerprint(last);
        }
        return last;
    }
}
