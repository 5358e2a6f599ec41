using System.Collections.Immutable;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>Parameters and Reusable Objects.</summary>
internal sealed partial class ArazzoReader
{
    private static readonly ImmutableArray<KeyValuePair<string, ArazzoParameterLocation>> Locations =
    [
        new("path", ArazzoParameterLocation.Path),
        new("query", ArazzoParameterLocation.Query),
        new("header", ArazzoParameterLocation.Header),
        new("cookie", ArazzoParameterLocation.Cookie),
        new("querystring", ArazzoParameterLocation.QueryString),
        new("body", ArazzoParameterLocation.Body),
    ];

    /// <summary>What parameters are for, which decides about their <c>in</c>.</summary>
    private enum ParameterUse
    {
        /// <summary>A workflow's own, a component, or the inputs of a workflow that a step calls.</summary>
        Anywhere,
        Operation,

        /// <summary>Inputs of a workflow that an action goes to.</summary>
        Action,
    }

    private ImmutableArray<ArazzoReusable<ArazzoParameter>> ReadParameters(MappingNode owner, ParameterUse use)
    {
        var parameters = ImmutableArray.CreateBuilder<ArazzoReusable<ArazzoParameter>>();
        var names = new NameTable(this, "parameter");
        foreach (var node in ReadObjects(owner, "parameters"))
        {
            if (node["reference"] is not null)
            {
                if (ReadReference(node, ComponentKind.Parameters) is { } reference && names.Add(reference.Reference))
                {
                    parameters.Add(new ArazzoReusable<ArazzoParameter>(null, reference));
                }
            }
            else if (ReadParameter(node, use) is { } parameter
                && names.Add($"{parameter.In}:{parameter.Name.Text}", parameter.Name.Text, parameter.Name.Range.FirstLine))
            {
                parameters.Add(new ArazzoReusable<ArazzoParameter>(parameter, null));
            }
        }
        return parameters.ToImmutable();
    }

    private ArazzoParameter? ReadParameter(MappingNode node, ParameterUse use)
    {
        CheckFields(node, "a parameter", ["name", "in", "value"]);
        var name = RequireString(node, "name", "This parameter");
        var owner = name is null ? "This parameter" : $"The parameter '{name.Text}'";
        var location = ReadChoice(node, "in", Locations);
        if (node["in"] is null && use == ParameterUse.Operation)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldMissing, Place(node), owner, "in");
        }
        else if (node.Find("in") is { } entry)
        {
            CheckLocation(entry, location, use);
        }
        return RequireValue(node, owner) is { } value && name is not null
            ? new ArazzoParameter { Node = node, Name = name, In = location, Value = value, Selector = ReadPossibleSelector(value) }
            : null;
    }

    private void CheckLocation(MappingEntry entry, ArazzoParameterLocation? location, ParameterUse use)
    {
        if (use == ParameterUse.Action)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldNotAllowed, entry.Key.Range, "in", "the parameters of an action are inputs of a workflow");
        }
        else if (location == ArazzoParameterLocation.Body)
        {
            AcceptDialect(entry.Value.Range.FirstLine, "'in: body' was removed in 1.0.1: write a 'requestBody'");
        }
        else if (location == ArazzoParameterLocation.QueryString && _isVersion10)
        {
            AcceptDialect(entry.Value.Range.FirstLine, "'in: querystring' needs Arazzo 1.1: write 'arazzo: 1.1.0'");
        }
    }

    /// <summary>The field <c>value</c>; null is a value.</summary>
    private Node? RequireValue(MappingNode node, string owner)
    {
        if (node["value"] is null)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldMissing, Place(node), owner, "value");
        }
        return node["value"];
    }

    /// <summary>A Reusable Object: fields beside <c>reference</c> and <c>value</c> must be ignored.</summary>
    private ArazzoReference? ReadReference(MappingNode node, ComponentKind kind)
    {
        if (RequireString(node, "reference", "This object") is not { } reference)
        {
            return null;
        }
        if (RuntimeExpressionParser.Parse(reference.Text).Value is not ComponentExpression component || component.Kind != kind)
        {
            var field = kind switch
            {
                ComponentKind.Parameters => "parameters",
                ComponentKind.SuccessActions => "successActions",
                _ => "failureActions",
            };
            Fault(DiagnosticDescriptors.ArazzoInvalidReference, reference.Range.FirstLine, reference.Text, $"'$components.{field}.name'");
            return null;
        }
        return new ArazzoReference { Node = node, Reference = reference, Value = kind == ComponentKind.Parameters ? node["value"] : null };
    }
}
