namespace Arazzo.Generator.Model.Workflows;

/// <summary>A step: a request or the call of a workflow, how its answer is judged, what is kept of it, and what comes next.</summary>
/// <param name="Id">The stepId.</param>
/// <param name="Name">The C# name of its constant.</param>
/// <param name="Request">What is sent; null when it calls a workflow.</param>
/// <param name="Call">The workflow that it calls, or null.</param>
/// <param name="TimeoutMilliseconds">Its own time limit, or null.</param>
/// <param name="IsRepeated">Whether the document itself sends it again and again, so that it is safe to repeat.</param>
/// <param name="Criteria">The success criteria; none: any 2xx.</param>
/// <param name="Outputs">What is kept.</param>
/// <param name="OnSuccess">In the order in which they are tried.</param>
/// <param name="OnFailure">In the order in which they are tried.</param>
/// <param name="Next">The C# name of the step after it, or null.</param>
internal sealed record StepModel(
    string Id,
    string Name,
    RequestModel? Request,
    CallModel? Call,
    long? TimeoutMilliseconds,
    bool IsRepeated,
    EquatableArray<CriterionModel> Criteria,
    EquatableArray<StepOutputModel> Outputs,
    EquatableArray<ActionModel> OnSuccess,
    EquatableArray<ActionModel> OnFailure,
    string? Next)
{
    /// <summary>What the document says of it, in one line; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The one of several successes whose body is read; null when none is.</summary>
    public ResultCaseModel? Result { get; init; }
}

/// <summary>A request of a step: the client's own, with what the operation does not declare.</summary>
/// <param name="Client">The client's field.</param>
/// <param name="Method">The client's method that builds the request.</param>
/// <param name="Arguments">Its arguments by name.</param>
/// <param name="Extras">What is added.</param>
/// <param name="Locals">Values that stand in variables, because they are read when they have been sent.</param>
internal sealed record RequestModel(
    string Client, string Method, EquatableArray<ArgumentModel> Arguments, EquatableArray<ExtraModel> Extras, EquatableArray<ArgumentModel> Locals);

/// <summary>An argument of a method.</summary>
internal sealed record ArgumentModel(string Name, ValueModel Value);

/// <summary>A parameter or body that the operation does not declare.</summary>
/// <param name="Method">The request's method that adds it: <c>Header</c>, <c>Query</c>, <c>QueryString</c>, <c>Cookie</c>, <c>Json</c> or <c>Text</c>.</param>
/// <param name="Name">The parameter's name, or the body's media type.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsCredential">Whether it authenticates.</param>
internal sealed record ExtraModel(string Method, string Name, ValueModel Value, bool IsCredential = false)
{
    /// <summary>Its name beside those of arguments.</summary>
    public string Key => KeyOf(Method, Name);

    public static string KeyOf(string method, string name) => method is "Json" or "Text" ? "body" : $"{method} {name}";
}

/// <summary>A success criterion.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Text">As the document writes it.</param>
internal sealed record CriterionModel(ConditionModel Condition, string Text);

/// <summary>A value that a step keeps.</summary>
/// <param name="DocumentName">Its name in the document.</param>
/// <param name="Field">The field of the run's state.</param>
/// <param name="Key">Its name in a checkpoint.</param>
/// <param name="Value">Where it comes from.</param>
/// <param name="Type">The field's type, nullable.</param>
/// <param name="IsSecret">Whether it must not be shown.</param>
internal sealed record StepOutputModel(string DocumentName, string Field, string Key, ValueModel Value, TypeReference Type, bool IsSecret);

/// <summary>An action after a step.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">As the document names it.</param>
/// <param name="Condition">When; null: always.</param>
/// <param name="Target">The C# name of the step that it leads to, or that is run before a retry; null for none.</param>
/// <param name="Limit">How often a retry tries again.</param>
/// <param name="DelayMilliseconds">How long a retry waits.</param>
/// <param name="Keeps">What of the answer the workflow is given that the action leads to.</param>
internal sealed record ActionModel(
    ActionKind Kind, string Name, ConditionModel? Condition, string? Target, int Limit, long DelayMilliseconds, EquatableArray<StepOutputModel> Keeps);

internal enum ActionKind
{
    End,

    /// <summary>To a later step, or to a workflow for good.</summary>
    Goto,

    /// <summary>To the same or an earlier step, after a wait.</summary>
    Poll,

    Retry,
}
