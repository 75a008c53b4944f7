using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>The counters of a router's own ports beside the bytes: read with the ports' details, more seldom than those.</summary>
internal sealed class PortTracks(Guid routerId)
{
    /// <summary>Looks further apart say nothing of when it happened.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(string Port, Metric Metric), CounterTrack> _tracks = [];

    /// <summary>The growth since the look before, of those counters that the port has.</summary>
    public IEnumerable<SeriesSample> Look(InterfaceRow row, long epoch, DateTime atUtc)
    {
        foreach (var (metric, value) in new[]
        {
            (Metric.RxPackets, row.RxPackets),
            (Metric.TxPackets, row.TxPackets),
            (Metric.RxErrors, row.RxErrors),
            (Metric.TxErrors, row.TxErrors),
            (Metric.RxDrops, row.RxDrops),
            (Metric.TxDrops, row.TxDrops),
        })
        {
            if (value is not >= 0)
            {
                continue;
            }

            if (!_tracks.TryGetValue((row.Name, metric), out var track))
            {
                _tracks[(row.Name, metric)] = track = new CounterTrack();
            }

            if (track.Look(new CounterReading((ulong)value, atUtc, epoch), Longest) is { Kind: CounterStepKind.Grew or CounterStepKind.Wrapped, Amount: { } amount } step)
            {
                yield return new SeriesSample(SeriesSubject.Interface(routerId, row.Name), metric, amount, step.Interval);
            }
        }
    }
}
