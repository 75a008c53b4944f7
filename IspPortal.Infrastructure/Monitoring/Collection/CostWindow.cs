using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>The last five minutes (an hour for failures) of a meter that only grows.</summary>
internal sealed class CostWindow
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FailureWindow = TimeSpan.FromHours(1);

    private readonly Queue<(DateTime AtUtc, RouterApiCost Cost)> _looks = new();
    private readonly Queue<(DateTime AtUtc, long Failures)> _failures = new();

    public PollingCost Look(RouterApiCost cost, DateTime atUtc, TimeSpan countersEvery, TimeSpan sessionsEvery, TimeSpan? lastPoll)
    {
        // A new client starts at nothing again.
        if (_looks.TryPeek(out var first) && first.Cost.Commands > cost.Commands)
        {
            _looks.Clear();
            _failures.Clear();
        }

        while (_looks.Count > 1 && _looks.Peek().AtUtc < atUtc - Window)
        {
            _looks.Dequeue();
        }

        while (_failures.Count > 1 && _failures.Peek().AtUtc < atUtc - FailureWindow)
        {
            _failures.Dequeue();
        }

        var (since, before) = _looks.TryPeek(out var oldest) ? oldest : (atUtc - countersEvery, default);
        var failuresBefore = _failures.TryPeek(out var oldestFailures) ? oldestFailures.Failures : 0;
        _looks.Enqueue((atUtc, cost));
        if (_failures.Count == 0 || _failures.Last().Failures != cost.Failures)
        {
            _failures.Enqueue((atUtc, cost.Failures));
        }

        var minutes = Math.Max((atUtc - since).TotalMinutes, 1 / 60.0);
        return new PollingCost(
            (cost.Commands - before.Commands) / minutes,
            (cost.Rows - before.Rows) / minutes,
            (cost.BytesIn + cost.BytesOut - before.BytesIn - before.BytesOut) / minutes,
            Math.Min(100, (cost.BusyTime - before.BusyTime).TotalMinutes / minutes * 100),
            (int)Math.Min(int.MaxValue, cost.Failures - failuresBefore),
            countersEvery,
            sessionsEvery,
            lastPoll);
    }
}
