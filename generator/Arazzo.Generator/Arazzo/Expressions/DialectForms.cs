namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>The forms of the dialect in words.</summary>
internal static class DialectForms
{
    /// <summary>How the form is read and what the specification has in its place.</summary>
    public static string Describe(DialectForm form) => form switch
    {
        DialectForm.UnbracedEmbedding => "a runtime expression inside a text stands in braces: write '{$inputs.name}'",
        DialectForm.BracedExpression => "here an expression stands without braces: write '$response.body'",
        DialectForm.DoubleQuotes => "a text in a condition stands in single quotes: write 'text'",
        DialectForm.PointerWithoutSlash => "a JSON Pointer begins with a slash: write '#/name'",
        DialectForm.MissingOutputs => "'outputs' is missing after the stepId: write '$steps.id.outputs.name'",
        DialectForm.WholeInputs => "'$inputs' needs the name of an input: write '$inputs.name'",
        DialectForm.WholeOutputs => "'outputs' needs the name of an output: write '$steps.id.outputs.name' or '$outputs.name'",
        DialectForm.JsonPathComparison => "a comparison is no JSONPath query: write '$[?@.name == ...]' on a context whose children are tested, or a simple condition on '$response.body#/name'",
        DialectForm.JsonPathLength => "'.length' selects a property of that name in JSONPath: write 'length(...)' or 'count(...)' in a filter",
        DialectForm.JsonPathRootFilter => "a filter tests the children of its node, and those of this object are no objects with such members: write a simple condition, such as '$response.body#/name == ...'; "
            + "it is read as a test of the object itself",
        DialectForm.JsonPathBlanks => "no blanks stand around a JSONPath: remove them",
        DialectForm.JsonPathUnbracedExpression => "a runtime expression inside a JSONPath stands in braces: write '{$inputs.name}'",
        DialectForm.WordOperator => "'in' and 'empty' are no operators: write comparisons joined by '||'",
        DialectForm.UnqualifiedWorkflow => "a workflow of another document is named with its source: write '$sourceDescriptions.name.workflowId'",
        DialectForm.QueryStringBesideQuery => "a whole query has no parameters beside it: write them into it, or write all of them as parameters with 'in: query'",
        _ => "the source description is named by an expression: write '{$sourceDescriptions.name.url}#/paths/...'",
    };
}
