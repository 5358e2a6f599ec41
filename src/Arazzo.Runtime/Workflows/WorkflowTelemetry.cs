using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Arazzo.Runtime;

/// <summary>Traces and metrics named <c>Arazzo.Runtime</c>. They carry names and numbers, never values of a run.</summary>
internal static class WorkflowTelemetry
{
    private const string Name = "Arazzo.Runtime";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> RunDuration = Meter.CreateHistogram<double>(
        "arazzo.workflow.run.duration", "s", "How long runs of workflows take.");
    private static readonly Histogram<double> StepDuration = Meter.CreateHistogram<double>(
        "arazzo.workflow.step.duration", "s", "How long steps of workflows take, without waits.");
    private static readonly Counter<long> Waits = Meter.CreateCounter<long>(
        "arazzo.workflow.waits", "{wait}", "How often runs wait before they poll or try again.");

    public static bool MeasuresSteps => StepDuration.Enabled;

    public static Activity? StartRun(string workflow, string run)
    {
        if (!Source.HasListeners())
        {
            return null;
        }
        var activity = Source.StartActivity("workflow " + workflow);
        activity?.SetTag("arazzo.workflow.id", workflow).SetTag("arazzo.run.id", run);
        return activity;
    }

    public static Activity? StartStep(string workflow, string step, string run)
    {
        if (!Source.HasListeners())
        {
            return null;
        }
        var activity = Source.StartActivity("step " + step);
        activity?.SetTag("arazzo.workflow.id", workflow).SetTag("arazzo.step.id", step).SetTag("arazzo.run.id", run);
        return activity;
    }

    public static void EndRun(Activity? activity, string workflow, string outcome, TimeProvider time, long started)
    {
        activity?.SetTag("arazzo.outcome", outcome);
        End(activity, outcome);
        if (RunDuration.Enabled)
        {
            RunDuration.Record(time.GetElapsedTime(started).TotalSeconds, new("arazzo.workflow.id", workflow), new("arazzo.outcome", outcome));
        }
    }

    public static void EndStep(Activity? activity, string workflow, string step, int status, string outcome, TimeSpan? elapsed)
    {
        if (status != 0)
        {
            activity?.SetTag("http.response.status_code", status);
        }
        End(activity, outcome);
        if (elapsed is { } duration)
        {
            StepDuration.Record(duration.TotalSeconds, new("arazzo.workflow.id", workflow), new("arazzo.step.id", step), new("arazzo.outcome", outcome));
        }
    }

    public static void Wait(string workflow, string step)
    {
        if (Waits.Enabled)
        {
            Waits.Add(1, new("arazzo.workflow.id", workflow), new("arazzo.step.id", step));
        }
    }

    private static void End(Activity? activity, string outcome)
    {
        if (activity is not null)
        {
            activity.SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            activity.Dispose();
        }
    }
}
