using System.Diagnostics;
using Arazzo.Runtime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace InboxDraftUpload;

/// <summary>What is known of a run, as a table: a row for each step.</summary>
internal sealed class RunView : IProgress<WorkflowProgress>
{
    private readonly Lock _lock = new();
    private readonly List<Row> _rows = [];
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();

    public void Report(WorkflowProgress value)
    {
        lock (_lock)
        {
            var row = _rows.Find(row => row.Step == value.Step);
            if (row is null)
            {
                _rows.Add(row = new Row(value.Step));
            }
            row.Update(value);
        }
    }

    public IRenderable Render()
    {
        lock (_lock)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Step", "Sent", "State", "Outputs");
            foreach (var row in _rows)
            {
                table.AddRow(new Text(row.Step), new Text($"{row.Sent}"), new Markup(row.State), new Text(row.Outputs));
            }
            return table.Caption($"{_elapsed.Elapsed.TotalSeconds:0.0} s");
        }
    }

    private sealed class Row(string step)
    {
        public string Step { get; } = step;

        public int Sent { get; private set; }

        public string State { get; private set; } = "";

        public string Outputs { get; private set; } = "";

        public void Update(WorkflowProgress value)
        {
            switch (value.Kind)
            {
                case WorkflowProgressKind.StepStarted:
                    Sent++;
                    State = "[yellow]asking[/]";
                    break;
                case WorkflowProgressKind.StepEnded:
                    State = value.StatusCode is { } status ? $"[green]{status}[/]" : "[red]no answer[/]";
                    Outputs = PlainDisplay.Outputs(value);
                    break;
                case WorkflowProgressKind.Waiting:
                    State = $"[grey]waits {value.Delay.TotalSeconds:0.0} s[/]";
                    break;
                case WorkflowProgressKind.Ended:
                    State = $"[green]{Markup.Escape(value.Action ?? "ended")}[/]";
                    break;
            }
        }
    }
}
