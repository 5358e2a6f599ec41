using System.Globalization;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>What the schema says of a JSONPath query: the type of what it selects, and names that nothing can have.</summary>
internal sealed class JsonPathTypes(WorkflowScope scope, ScalarNode place)
{
    /// <summary>The reference tokens of a query of names and indexes counted from the beginning; null for any other.</summary>
    public static List<string>? Tokens(JsonPathQuery query)
    {
        var tokens = new List<string>();
        foreach (var segment in query.Segments)
        {
            if (segment.IsDescendant || segment.Selectors.Count != 1)
            {
                return null;
            }
            switch (segment.Selectors[0])
            {
                case NameSelector name:
                    tokens.Add(name.Name);
                    break;
                case IndexSelector { Index: >= 0 } index:
                    tokens.Add(index.Index.ToString(CultureInfo.InvariantCulture));
                    break;
                default:
                    return null;
            }
        }
        return tokens;
    }

    /// <summary>The type of each selected node; that of any JSON where the schema does not say. Names that it cannot have are reported.</summary>
    public TypeReference Select(TypeReference type, JsonPathQuery query, bool testsRoot = false)
    {
        foreach (var segment in query.Segments)
        {
            if (segment.IsDescendant || segment.Selectors.Count != 1)
            {
                return TypeReference.Any;
            }
            var isOwn = testsRoot && segment == query.Segments[0];
            type = Select(type.NotNull(), segment.Selectors[0], isOwn);
            if (type.Kind == TypeKind.Any)
            {
                return type;
            }
        }
        return type.NotNull();
    }

    /// <summary>
    /// Whether the query begins with a filter on an object, which would test its members, while all that the filter reads are members of the object itself
    /// and of none of its members.
    /// </summary>
    public bool TestsRoot(TypeReference type, JsonPathQuery query)
    {
        if (type.Kind != TypeKind.Object || query.Segments.IsEmpty || query.Segments[0] is not { IsDescendant: false, Selectors: { Count: 1 } selectors }
            || selectors[0] is not FilterSelector filter)
        {
            return false;
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        Visit(filter.Expression, relative => Name(relative, names));
        return names.Count > 0 && Declares(type, names) && !scope.Types.FindObject(type.NotNull())!.Properties.Any(property => Declares(property.Type, names));
    }

    private TypeReference Select(TypeReference type, JsonPathSelector selector, bool isOwn)
    {
        var children = Children(type);
        switch (selector)
        {
            case NameSelector name:
                return Follow(type, name.Name);
            case IndexSelector index when type.Kind == TypeKind.List:
                return type.Argument!.NotNull();
            case WildcardSelector:
                return children;
            case SliceSelector when type.Kind == TypeKind.List:
                return children;
            case FilterSelector filter:
                var item = isOwn ? type : children;
                Visit(filter.Expression, relative => Select(item, relative));
                return item;
            default:
                return TypeReference.Any;
        }
    }

    private TypeReference Follow(TypeReference type, string name) =>
        type.Kind == TypeKind.List ? TypeReference.Any
        : new Navigation(scope, place.Text, place.Range).Follow(new ResponseValue(type, "Body"), [name]) is { } found ? found.Type.NotNull() : TypeReference.Any;

    private static TypeReference Children(TypeReference type) => type.Kind is TypeKind.List or TypeKind.Map ? type.Argument!.NotNull() : TypeReference.Any;

    private bool Declares(TypeReference type, HashSet<string> names) =>
        type.Kind == TypeKind.Object && names.All(name => scope.Types.FindProperty(type.NotNull(), name) is not null);

    private static void Name(JsonPathQuery query, HashSet<string> names)
    {
        if (!query.Segments.IsEmpty && query.Segments[0] is { IsDescendant: false, Selectors: { Count: 1 } selectors } && selectors[0] is NameSelector name)
        {
            names.Add(name.Name);
        }
    }

    /// <summary>Shows all queries on the current node, those of filters inside left out.</summary>
    private static void Visit(FilterExpression expression, Action<JsonPathQuery> show)
    {
        switch (expression)
        {
            case FilterOr or:
                or.Operands.ToList().ForEach(operand => Visit(operand, show));
                break;
            case FilterAnd and:
                and.Operands.ToList().ForEach(operand => Visit(operand, show));
                break;
            case FilterNot not:
                Visit(not.Operand, show);
                break;
            case FilterComparison comparison:
                Visit(comparison.Left, show);
                Visit(comparison.Right, show);
                break;
            case FilterExistence { Query.IsRelative: true } existence:
                show(existence.Query);
                break;
            case FilterFunctionTest test:
                test.Call.Arguments.ToList().ForEach(argument => Visit(argument, show));
                break;
        }
    }

    private static void Visit(FilterOperand operand, Action<JsonPathQuery> show)
    {
        if (operand is FilterQuery { Query: { IsRelative: true } query })
        {
            show(query);
        }
        else if (operand is FilterFunction function)
        {
            function.Call.Arguments.ToList().ForEach(argument => Visit(argument, show));
        }
    }
}
