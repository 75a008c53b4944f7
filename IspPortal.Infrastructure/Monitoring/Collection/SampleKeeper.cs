using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Stores the samples of one router's polls, and with them where every session's counters stand. What is stored is the only truth: after a failure it is
/// read again before anything is counted on.
/// </summary>
internal sealed class SampleKeeper(Guid routerId, ISeriesStore store)
{
    private SessionMeter? _meter;

    /// <summary>Stores a good poll; false when somebody else stored one meanwhile, and this one counts with the next.</summary>
    public async Task<bool> KeepAsync(SeriesBatch batch, RouterFigures figures, CancellationToken ct)
    {
        var meter = _meter ?? new SessionMeter(await store.RecallCountersAsync(routerId, ct));
        _meter = null;
        var atMs = ChartStep.ToMs(batch.AtUtc);
        var metered = meter.Meter(atMs, figures.Tracker.Sessions, figures.Looks);
        if (!await store.AppendAsync(batch with { Metered = metered }, ct))
        {
            return false;
        }

        meter.Stored(atMs, metered, batch.Samples);
        _meter = meter;
        return true;
    }

    /// <summary>Stores what says nothing of sessions.</summary>
    public Task KeepAsync(SeriesBatch batch, CancellationToken ct) => store.AppendAsync(batch, ct);
}
