using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Tells which values are secrets: those with <c>format: password</c> (OpenAPI, Data Types), and what has such values in it.</summary>
internal static class SecretSchemas
{
    private const int Deepest = 8;

    /// <summary>Whether the values of a schema are secrets, or lists or maps of them.</summary>
    public static bool IsSecret(BindingContext context, Located<OpenApiSchema> schema)
    {
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (IsPassword(schema.Value))
            {
                return true;
            }
            if (context.References.Schema(schema) is not { } target)
            {
                return false;
            }
            if (IsPassword(target.Value) || target.Value.AllOf.Any(IsPassword))
            {
                return true;
            }
            if ((target.Value.Items ?? target.Value.AdditionalProperties) is not { } element)
            {
                return false;
            }
            schema = target.With(element);
        }
        return false;
    }

    private static bool IsPassword(OpenApiSchema schema) => schema.Format == "password";

    /// <summary>Whether values of a type have secrets in them.</summary>
    /// <param name="types">The types of schemas.</param>
    /// <param name="type">The type.</param>
    /// <param name="isAnswer">Whether a server sends the value, which then lacks what only requests have.</param>
    public static bool Has(TypeTable types, TypeReference type, bool isAnswer)
    {
        var known = new HashSet<TypeReference>();
        var pending = new Stack<TypeReference>([type]);
        while (pending.Count > 0)
        {
            var next = pending.Pop().NotNull();
            if (next.Argument is { } argument)
            {
                pending.Push(argument);
            }
            if (next.Name is null || !known.Add(next))
            {
                continue;
            }
            foreach (var part in types.FindUnion(next)?.Cases ?? [])
            {
                pending.Push(part.Type);
            }
            if (types.FindObject(next) is not { } model)
            {
                continue;
            }
            foreach (var property in model.Properties)
            {
                if (isAnswer && property.IsWriteOnly)
                {
                    continue;
                }
                if (property.IsSecret)
                {
                    return true;
                }
                pending.Push(property.Type);
            }
            if (model.AdditionalProperties is { } additional)
            {
                pending.Push(additional);
            }
            foreach (var derived in model.Derived)
            {
                pending.Push(derived.Type);
            }
        }
        return false;
    }

    /// <summary>Whether what reference tokens lead to is a secret, or has one in it.</summary>
    /// <param name="types">The types of schemas.</param>
    /// <param name="whole">The type that they lead into.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="isAnswer">Whether a server sends the value.</param>
    public static bool Reads(TypeTable types, TypeReference whole, IEnumerable<string> tokens, bool isAnswer)
    {
        var type = whole.NotNull();
        foreach (var token in tokens)
        {
            if (types.FindProperty(type, token) is { } property)
            {
                if (property.IsSecret)
                {
                    return true;
                }
                type = property.Type.NotNull();
            }
            else if ((type.Argument ?? types.FindObject(type)?.AdditionalProperties) is { } element)
            {
                type = element.NotNull();
            }
            else if (types.FindUnion(type) is null && types.FindObject(type) is not { Derived.IsEmpty: false })
            {
                return false;
            }
        }
        return Has(types, type, isAnswer);
    }
}
