using System.Diagnostics;
using System.Globalization;

namespace IspPortal.Benchmarks.Office;

/// <summary>
/// Asks the same thing again and again and prints how long it took and in how many statements; and how much of a processor the portal and its database took, which other work on the machine does not change.
/// </summary>
/// <param name="statements">Counts them.</param>
/// <param name="rounds">How often to ask.</param>
/// <param name="server">Processor time of the database's own processes, or null when it has none.</param>
internal sealed class OfficeFigures(StatementCount statements, int rounds, Func<TimeSpan>? server)
{
    private const int WarmUps = 5;

    private readonly List<string> _missed = [];
    private readonly List<string> _missedByProcessor = [];
    private int _goals;

    private TimeSpan Processor => Environment.CpuUsage.TotalTime + (server?.Invoke() ?? TimeSpan.Zero);

    /// <summary>One figure against its goals.</summary>
    /// <param name="name">What is asked.</param>
    /// <param name="limit">Milliseconds that 95 of 100 answers may take.</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="mostStatements">Statements that one answer may take; null: not a list.</param>
    public async Task TimeAsync(string name, double limit, Func<Task> ask, int? mostStatements = 5)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await ask();
        }

        statements.Take();
        var times = new List<double>();
        var before = Processor;
        for (var i = 0; i < rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var processor = (Processor - before).TotalMilliseconds / rounds;
        times.Sort();
        var said = statements.Take() / rounds;
        var (p50, p95) = (times[rounds / 2], times[(int)(rounds * 0.95)]);
        _goals++;
        var goal = Goal.Under(p95, limit);
        if (p95 >= limit || said > mostStatements)
        {
            _missed.Add(name);
        }

        if (processor >= limit || said > mostStatements)
        {
            _missedByProcessor.Add(name);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-58} processor {processor,6:0.0} ms  p50 {p50,7:0.0} ms  p95 {p95,7:0.0} ms {goal}  {said} statements {(mostStatements is { } most ? Goal.Under(said, most + 1) : "")}"));
    }

    public void Title(string text) => Console.WriteLine($" {text}; load {Machine.Load()}");

    public void Summarize()
    {
        Tell("by p95", _missed);
        Tell("by processor time", _missedByProcessor);
    }

    private void Tell(string how, List<string> missed) => Console.WriteLine(missed.Count == 0 ? $"  all {_goals} goals met {how}" : $"  {missed.Count} of {_goals} goals MISSED {how}: {string.Join("; ", missed)}");
}
