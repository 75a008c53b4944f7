using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Asks what is asked seldom, each when its time has come, and holds the samples until the next poll is stored. Owned by one collector.</summary>
internal sealed class SeldomReads(Guid routerId)
{
    private readonly ISeldomRead[] _reads = [new PoolReads(routerId), new LicenceReads(), new WirelessReads(routerId), new SignInReads(routerId), new ProbeReads(routerId)];
    private readonly Dictionary<ISeldomRead, DateTime> _askedAtUtc = [];
    private readonly List<SeriesSample> _samples = [];

    /// <summary>How many sessions of a kind the licence allows; null while that is not known, or without limit.</summary>
    public int? SessionLimit => ((LicenceReads)_reads[1]).SessionLimit;

    /// <summary>What came since the last time.</summary>
    public IReadOnlyList<SeriesSample> Take()
    {
        SeriesSample[] taken = [.. _samples];
        _samples.Clear();
        return taken;
    }

    public async Task ReadAsync(IRouterOsClient client, MonitoringSettings settings, DateTime atUtc, CancellationToken cancellationToken)
    {
        foreach (var read in _reads)
        {
            var before = _askedAtUtc.TryGetValue(read, out var asked) ? asked : (DateTime?)null;
            if (before is { } last && atUtc >= last && atUtc < last + read.Every)
            {
                continue;
            }

            _askedAtUtc[read] = atUtc;
            var interval = before is { } earlier && atUtc > earlier && atUtc - earlier < read.Every * 3 ? atUtc - earlier : read.Every;
            _samples.AddRange(await read.ReadAsync(client, settings, interval, cancellationToken));
        }
    }
}
