using System.Globalization;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>How full the address pools are. The router counts: the used addresses themselves would be as many rows as there are sessions.</summary>
internal sealed class PoolReads(Guid routerId) : ISeldomRead
{
    private const int MostPools = 32;

    private static readonly RouterOsCommand Pools = new RouterOsCommand("/ip/pool/print").Proplist("name", "ranges");

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<SeriesSample>> ReadAsync(IRouterOsClient client, MonitoringSettings settings, TimeSpan interval, CancellationToken cancellationToken)
    {
        var pools = await client.PrintAsync(Pools, cancellationToken);
        if (!pools.Succeeded)
        {
            return [];
        }

        var samples = new List<SeriesSample>();
        double? fullest = null;
        foreach (var row in pools.Value.Take(MostPools))
        {
            if (row["name"] is not { Length: > 0 and <= ReadSession.LongestName } name || SizeOf(row["ranges"]) is not (> 0 and var size))
            {
                continue;
            }

            var used = await client.ExecuteAsync(new RouterOsCommand("/ip/pool/used/print").Flag("count-only").Where("?pool=" + name), cancellationToken);
            if (used.Succeeded && long.TryParse(used.Value.Ret, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                var percent = Math.Min(100, 100.0 * count / size);
                fullest = Math.Max(fullest ?? 0, percent);
                samples.Add(new SeriesSample(SeriesSubject.Pool(routerId, name), Metric.PoolUsedPercent, percent, interval));
            }
        }

        if (fullest is { } most)
        {
            samples.Add(new SeriesSample(SeriesSubject.Router(routerId), Metric.PoolUsedPercent, most, interval));
        }

        return samples;
    }

    /// <summary>How many addresses there are in ranges as RouterOS writes them; 0 when they cannot be read.</summary>
    internal static long SizeOf(string? ranges)
    {
        long size = 0;
        foreach (var range in (ranges ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var slash = range.IndexOf('/', StringComparison.Ordinal);
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            if (slash > 0 && int.TryParse(range[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits is >= 0 and <= 32)
            {
                size += 1L << (32 - bits);
            }
            else if (dash > 0 && Ipv4.ToNumber(range[..dash].Trim()) is { } first && Ipv4.ToNumber(range[(dash + 1)..].Trim()) is { } last && last >= first)
            {
                size += last - first + 1;
            }
            else if (Ipv4.ToNumber(range) is not null)
            {
                size++;
            }
        }

        return size;
    }
}
