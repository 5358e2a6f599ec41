using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>What binding knows of one workflow: its inputs, its steps and whether it can still be emitted.</summary>
internal sealed class WorkflowScope(
    ArazzoDocument document, ArazzoWorkflow workflow, Dialect dialect, DiagnosticBag diagnostics, ExpressionReader expressions, TypeTable types)
{
    private readonly HashSet<string> _calls = new(StringComparer.Ordinal);
    private readonly List<StepSymbol> _steps = [];
    private readonly Dictionary<string, StepSymbol> _stepsById = new(StringComparer.Ordinal);

    public ArazzoDocument Document { get; } = document;

    public ArazzoWorkflow Workflow { get; } = workflow;

    public string Id => Workflow.WorkflowId.Text;

    /// <summary>The document's own URI; its path in the project when it has none.</summary>
    public string Self { get; init; } = "";

    public ExpressionReader Expressions { get; } = expressions;

    public TypeTable Types { get; } = types;

    public Dialect Dialect { get; } = dialect;

    /// <summary>In the order of their first use.</summary>
    public List<PatternModel> Patterns { get; } = [];

    /// <summary>By the document's names.</summary>
    public Dictionary<string, InputSymbol> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order in which they run.</summary>
    public IReadOnlyList<StepSymbol> Steps => _steps;

    /// <summary>The workflows that are run first, in the order of the document.</summary>
    public List<CallSymbol> Dependencies { get; } = [];

    /// <summary>Where values go.</summary>
    public ValueUses Uses { get; } = new();

    /// <summary>What each input of a workflow that is called reads, and whether it was known for a secret then.</summary>
    public List<(WorkflowSymbol Target, string Input, HashSet<string> Reads, bool WasSecret)> Given { get; } = [];

    /// <summary>The inputs that are secrets, whatever they are used for.</summary>
    public HashSet<string> SecretInputs { get; } = new(StringComparer.Ordinal);

    /// <summary>How far expressions stand for others.</summary>
    public ExpressionNesting Nesting { get; } = new();

    /// <summary>The outputs that are being bound for one that reads them.</summary>
    public HashSet<string> OwnOutputs { get; } = new(StringComparer.Ordinal);

    /// <summary>The ways between the steps, once their actions are known.</summary>
    public StepGraph Graph => field ??= new StepGraph(this);

    /// <summary>The C# names that stand for steps.</summary>
    public HashSet<string> Constants { get; } = new(StringComparer.Ordinal) { "Step" };

    /// <summary>True once something is wrong: then nothing is emitted.</summary>
    public bool IsBroken { get; private set; }

    public StepSymbol? FindStep(string id) => _stepsById.TryGetValue(id, out var step) ? step : null;

    /// <summary>Adds a step, whose id no other has.</summary>
    public void Add(StepSymbol step)
    {
        _steps.Add(step);
        _stepsById.Add(step.Id, step);
    }

    public void Report(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments)
    {
        diagnostics.Report(descriptor, range, arguments);
        IsBroken |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
    }

    /// <summary>Says that the reader of expressions has reported an error.</summary>
    public T? Checked<T>(T? value) where T : class
    {
        IsBroken |= value is null;
        return value;
    }

    /// <summary>Reports what is dialect; false when that is an error.</summary>
    public bool Accept(ScalarNode place, DialectForm form)
    {
        var isAccepted = Expressions.Accept(place, form);
        IsBroken |= !isAccepted;
        return isAccepted;
    }

    /// <summary>What stands for a call that is no step of the document, and the C# name of its constant: both are nobody else's.</summary>
    /// <param name="id">What it deserves to be called in a checkpoint.</param>
    /// <param name="name">What it is in words.</param>
    public (string Id, string Name) Claim(string id, string name)
    {
        while (FindStep(id) is not null || !_calls.Add(id))
        {
            id += "'";
        }
        var constant = CSharpName.Pascal(name);
        constant = Constants.Add(constant) ? constant : constant + "_" + CSharpName.Fingerprint(id);
        Constants.Add(constant);
        return (id, constant);
    }

    public void NotSupported(TextRange range, string what) => Report(DiagnosticDescriptors.NotSupportedYet, range, what, Id);

    /// <summary>A regular expression as a member of the workflow's class: made once.</summary>
    public PatternValue Pattern(string text, bool isLinear)
    {
        if (Patterns.Find(other => other.Text == text && other.IsLinear == isLinear) is { } known)
        {
            return new PatternValue(known.Name);
        }
        var name = "P" + (Patterns.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Patterns.Add(new PatternModel(name, text, isLinear));
        return new PatternValue(name);
    }
}

/// <summary>An input.</summary>
internal sealed record InputSymbol(string DocumentName, string Name, TypeReference Type);
