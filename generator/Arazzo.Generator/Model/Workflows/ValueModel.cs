namespace Arazzo.Generator.Model.Workflows;

/// <summary>A C# expression in a workflow.</summary>
/// <param name="Type">Its type; nullable when it may be null.</param>
internal abstract record ValueModel(TypeReference Type);

/// <summary>A string, number or boolean.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">A string's characters; else as JSON writes it.</param>
internal sealed record LiteralValue(TypeReference Type, string Text) : ValueModel(Type);

/// <summary>JSON that is known at build time.</summary>
internal sealed record JsonLiteralValue(string Json) : ValueModel(TypeReference.Any);

/// <summary>No value: the client gives one.</summary>
internal sealed record MissingValue() : ValueModel(TypeReference.Any.OrNull());

/// <summary>A value that an open enum lists.</summary>
internal sealed record EnumMemberValue(TypeReference Type, string Member) : ValueModel(Type);

/// <summary>A value that an open enum does not list.</summary>
internal sealed record EnumTextValue(TypeReference Type, string Text) : ValueModel(Type);

/// <summary>An input of the workflow.</summary>
internal sealed record InputValue(TypeReference Type, string Name) : ValueModel(Type);

/// <summary>An output of a step.</summary>
internal sealed record StepOutputValue(TypeReference Type, string Field) : ValueModel(Type);

/// <summary>A part of the answer that needs no path: <c>StatusCode</c>, <c>Body</c> or <c>Json</c>.</summary>
internal sealed record ResponseValue(TypeReference Type, string Member) : ValueModel(Type);

/// <summary>The body of the success that the step goes on with, of an operation with several: see <see cref="StepModel.Result"/>.</summary>
internal sealed record ResultBodyValue(TypeReference Type) : ValueModel(Type);

/// <summary>A header of the answer.</summary>
internal sealed record ResponseHeaderValue(string Name) : ValueModel(TypeReference.String.OrNull());

/// <summary>A header of the answer by its documented type; null when it is missing or not of it.</summary>
/// <param name="Type">Its type, nullable.</param>
/// <param name="Namespace">That of the struct with the operation's headers.</param>
/// <param name="Struct">The struct's name.</param>
/// <param name="Name">The struct's property.</param>
internal sealed record DocumentedHeaderValue(TypeReference Type, string Namespace, string Struct, string Name) : ValueModel(Type);

/// <summary>An output of the workflow that the step calls.</summary>
/// <param name="Type">Its type, nullable.</param>
/// <param name="Name">The property of the class of its outputs.</param>
/// <param name="IsConditional">Whether there may be no outputs.</param>
internal sealed record CalledOutputValue(TypeReference Type, string Name, bool IsConditional) : ValueModel(Type);

/// <summary>The status of the last answer of the workflow that the step calls; null when there was none.</summary>
internal sealed record CalledStatusValue() : ValueModel(new TypeReference(TypeKind.Int32, IsNullable: true));

/// <summary>The address that the step's request went to.</summary>
internal sealed record RequestUrlValue() : ValueModel(TypeReference.String);

/// <summary>A value that the step has sent, in a variable.</summary>
internal sealed record RequestLocalValue(TypeReference Type, string Name) : ValueModel(Type);

/// <summary>A value, or another when it is missing.</summary>
internal sealed record DefaultedValue(ValueModel Value, ValueModel Default) : ValueModel(Default.Type);

/// <summary>A property of a class.</summary>
/// <param name="Type">The property's type, nullable also because of what comes before.</param>
/// <param name="Target">The object.</param>
/// <param name="Name">The property.</param>
/// <param name="IsConditional">Whether the object itself may be null.</param>
/// <param name="IsOptional">Whether the property is an <c>Optional&lt;T&gt;</c>.</param>
/// <param name="MayBeNull">Whether the property itself may be null.</param>
internal sealed record MemberValue(TypeReference Type, ValueModel Target, string Name, bool IsConditional, bool IsOptional, bool MayBeNull) : ValueModel(Type);

/// <summary>An element of a list or map.</summary>
/// <param name="Type">The element's type, nullable.</param>
/// <param name="Target">The list or map.</param>
/// <param name="Key">A key, or an index in digits.</param>
internal sealed record ElementValue(TypeReference Type, ValueModel Target, string Key) : ValueModel(Type);

/// <summary>A part of untyped JSON by its reference tokens.</summary>
internal sealed record PointerValue(ValueModel Target, EquatableArray<string> Tokens) : ValueModel(TypeReference.Any.OrNull());

/// <summary>The number of elements of a list or characters of a string.</summary>
internal sealed record LengthValue(ValueModel Target) : ValueModel(new TypeReference(TypeKind.Int32, IsNullable: true));

/// <summary>A value as another type.</summary>
/// <param name="Type">The other type; nullable when the value is.</param>
/// <param name="Value">The value.</param>
internal sealed record ConvertedValue(TypeReference Type, ValueModel Value) : ValueModel(Type);

/// <summary>A value as the union that it is a case of, or as its base class.</summary>
/// <param name="Type">The union or the base class.</param>
/// <param name="Value">The value, which is not null.</param>
/// <param name="Case">The name of the union's case; null for a base class.</param>
internal sealed record CaseValue(TypeReference Type, ValueModel Value, string? Case) : ValueModel(Type);

/// <summary>A value that must not be missing.</summary>
/// <param name="Type">Its type, not nullable.</param>
/// <param name="Value">The value.</param>
/// <param name="Step">The C# name of the step that needs it.</param>
/// <param name="Target">What needs it, for the message.</param>
/// <param name="Expression">As the document writes it.</param>
internal sealed record RequiredValue(TypeReference Type, ValueModel Value, string Step, string Target, string Expression) : ValueModel(Type);

/// <summary>A string put together from strings, none of which is null.</summary>
internal sealed record TemplateValue(EquatableArray<ValueModel> Parts) : ValueModel(TypeReference.String);

/// <summary>A string as another language has it.</summary>
internal sealed record EscapedValue(ValueModel Value, TextForm Form) : ValueModel(TypeReference.String);

internal enum TextForm
{
    Plain,

    /// <summary>Inside the quotes of JSON.</summary>
    Json,

    /// <summary>Outside of the quotes of JSON, where it has to be JSON itself.</summary>
    JsonValue,

    /// <summary>In a regular expression, for itself.</summary>
    Regex,

    /// <summary>In an XPath, a text with its quotes.</summary>
    XPathQuoted,

    /// <summary>In an XPath, as a name or number.</summary>
    XPath,
}

/// <summary>What a string that is JSON says.</summary>
internal sealed record JsonTextValue(ValueModel Text) : ValueModel(TypeReference.Any);

/// <summary>Whether a condition holds.</summary>
internal sealed record ConditionValue(ConditionModel Condition) : ValueModel(new TypeReference(TypeKind.Boolean));

/// <summary>A new object.</summary>
internal sealed record ObjectValue(TypeReference Type, EquatableArray<ObjectPropertyValue> Properties) : ValueModel(Type);

/// <summary>A property of an <see cref="ObjectValue"/>.</summary>
/// <param name="Name">The C# name; the key of a map or of untyped JSON.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsOptional">Whether the property is an <c>Optional&lt;T&gt;</c>.</param>
internal sealed record ObjectPropertyValue(string Name, ValueModel Value, bool IsOptional);

/// <summary>A new list.</summary>
internal sealed record ListValue(TypeReference Type, EquatableArray<ValueModel> Items) : ValueModel(Type);

/// <summary>What a JSONPath query selects.</summary>
internal sealed record SelectedValue(PathModel Path, SelectedNodes Nodes)
    : ValueModel(Nodes == SelectedNodes.All ? TypeReference.Any : TypeReference.Any.OrNull());

internal enum SelectedNodes
{
    /// <summary>The one that the query can select, or nothing.</summary>
    First,

    /// <summary>The one that the query selects; nothing when there are several.</summary>
    Only,

    /// <summary>An array.</summary>
    All,
}

/// <summary>A regular expression that is made once: a member of the workflow's <c>Patterns</c>.</summary>
internal sealed record PatternValue(string Name) : ValueModel(TypeReference.Any);

/// <summary>What an XPath yields.</summary>
/// <param name="Type">A string, number or boolean.</param>
/// <param name="Xml">XML as a string, or as bytes when it is the answer's own.</param>
/// <param name="Path">The expression, a string.</param>
internal sealed record XPathValue(TypeReference Type, ValueModel Xml, ValueModel Path) : ValueModel(Type);

/// <summary>A payload with another value at a target.</summary>
/// <param name="Type">Untyped JSON, or a string that is XML.</param>
/// <param name="Payload">The payload, of that type.</param>
/// <param name="Value">The value, untyped JSON or a string.</param>
/// <param name="Target">Where it goes.</param>
internal sealed record ReplacedValue(TypeReference Type, ValueModel Payload, ValueModel Value, ReplacementTarget Target) : ValueModel(Type);

/// <summary>What a replacement replaces.</summary>
internal abstract record ReplacementTarget;

/// <summary>By reference tokens.</summary>
internal sealed record PointerTarget(EquatableArray<string> Tokens) : ReplacementTarget;

/// <summary>All nodes that a JSONPath query selects, whose root is a <see cref="PayloadValue"/>.</summary>
internal sealed record PathTarget(string Text, PathModel Path) : ReplacementTarget;

/// <summary>All nodes that an XPath selects.</summary>
internal sealed record XPathTarget(string Text, ValueModel Path) : ReplacementTarget;

/// <summary>The payload that a <see cref="PathTarget"/> looks into.</summary>
internal sealed record PayloadValue() : ValueModel(TypeReference.Any);
