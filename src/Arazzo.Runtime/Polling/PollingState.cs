namespace Arazzo.Runtime;

/// <summary>A polling loop in a checkpoint.</summary>
/// <param name="Step">The step that leads back.</param>
/// <param name="Action">Its action.</param>
/// <param name="Rounds">How many rounds it has waited for.</param>
/// <param name="Elapsed">How long it has taken once the run's next step is due.</param>
internal readonly record struct PollingState(string Step, string Action, int Rounds, TimeSpan Elapsed);
