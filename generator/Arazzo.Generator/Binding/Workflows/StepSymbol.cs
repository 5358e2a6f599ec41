using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Binding.Workflows.Requests;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>A step.</summary>
internal sealed class StepSymbol(ArazzoStep step, int index, string name)
{
    public ArazzoStep Step { get; } = step;

    public int Index { get; } = index;

    /// <summary>The C# name of its constant.</summary>
    public string Name { get; } = name;

    public string Id => Step.StepId.Text;

    /// <summary>What it sends; null when it calls a workflow.</summary>
    public Operations.BoundOperation? Operation { get; set; }

    /// <summary>The workflow that it calls; null when it sends a request.</summary>
    public CallSymbol? Call { get; set; }

    /// <summary>The variant of the operation that sends the step's media type; null when the operation is not supported.</summary>
    public OperationModel? Variant => field ??= Operation is null ? null : RequestVariants.Choose(Operation, Step.RequestBody?.ContentType?.Text);

    /// <summary>Binds the step's request, once; null when it calls a workflow.</summary>
    public Func<RequestModel>? BindRequest { get; set; }

    /// <summary>What of the request is read when it has been sent, by the name of the argument.</summary>
    public SortedDictionary<string, RequestLocalValue> Locals { get; } = new(StringComparer.Ordinal);

    /// <summary>What the parts of the request are made of, by the same names.</summary>
    public Dictionary<string, HashSet<string>> SentReads { get; } = new(StringComparer.Ordinal);

    public List<ActionSymbol> OnSuccess { get; set; } = [];

    public List<ActionSymbol> OnFailure { get; set; } = [];

    /// <summary>By the document's names, what is read after what it is read from.</summary>
    public Dictionary<string, StepOutputModel> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Binds an output by the document's name, once; null after an error, and while it is being bound.</summary>
    public Func<string, StepOutputModel?>? BindOutput { get; set; }

    /// <summary>The outputs whose binding has begun.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands for an output while it is being bound.</summary>
    public string OutputKey(string name) => $"$steps.{Id}.outputs.{name}";

    /// <summary>Whether its answer can be read through the type of the documented success.</summary>
    public bool IsTyped { get; set; }

    /// <summary>The one of several successes that its criteria leave; null when they leave more, or there are none to choose from.</summary>
    public ResultCaseModel? Result { get; set; }

    /// <summary>Whether something reads the body of <see cref="Result"/>.</summary>
    public bool ReadsResult { get; set; }
}
