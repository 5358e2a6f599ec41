namespace Arazzo.Generator.Binding.Workflows.Control;

/// <summary>What of a step is there when an expression is evaluated.</summary>
internal enum StepPhase
{
    /// <summary>Nothing: it is about to be sent.</summary>
    Request,

    /// <summary>An answer that is good, or about to be judged.</summary>
    Success,

    /// <summary>A good answer, whose outputs are kept.</summary>
    Kept,

    /// <summary>An answer that is not good, or none.</summary>
    Failure,
}
