namespace Arazzo.Runtime;

/// <summary>What happened in a run.</summary>
public enum WorkflowProgressKind
{
    /// <summary>A step is about to be sent.</summary>
    StepStarted,

    /// <summary>A step's answer came and was judged.</summary>
    StepEnded,

    /// <summary>The run waits: before it polls again or before it tries a failed step again.</summary>
    Waiting,

    /// <summary>The run ended with a result.</summary>
    Ended,
}
