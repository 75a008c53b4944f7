using System.Globalization;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>How well the clients of a router's radios are heard: the table of the old package, or of the new one from 7.13 on. Most routers have no radio.</summary>
internal sealed class WirelessReads(Guid routerId) : ISeldomRead
{
    private static readonly RouterOsCommand[] Tables =
    [
        new RouterOsCommand("/interface/wireless/registration-table/print").Proplist("mac-address", "signal-strength", "tx-ccq"),
        new RouterOsCommand("/interface/wifiwave2/registration-table/print").Proplist("mac-address", "signal"),
        new RouterOsCommand("/interface/wifi/registration-table/print").Proplist("mac-address", "signal"),
    ];

    private readonly Refusals _refusals = new();

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<SeriesSample>> ReadAsync(IRouterOsClient client, MonitoringSettings settings, TimeSpan interval, CancellationToken cancellationToken)
    {
        var samples = new List<SeriesSample>();
        foreach (var table in Tables)
        {
            if (!_refusals.Ask(table.Path))
            {
                continue;
            }

            var read = await client.PrintAsync(table, cancellationToken);
            if (!read.Succeeded)
            {
                _refusals.Take(table.Path, read.Error);
                continue;
            }

            foreach (var row in read.Value)
            {
                if (row["mac-address"] is not { Length: > 0 and <= 17 } mac)
                {
                    continue;
                }

                var station = SeriesSubject.WirelessClient(routerId, mac);
                if (SignalOf(row["signal-strength"] ?? row["signal"]) is { } signal)
                {
                    samples.Add(new SeriesSample(station, Metric.SignalDbm, signal, interval));
                }

                if (row.Long("tx-ccq") is { } quality)
                {
                    samples.Add(new SeriesSample(station, Metric.QualityPercent, quality, interval));
                }
            }
        }

        return samples;
    }

    /// <summary>The dBm of <c>-63</c>, <c>-63dBm</c> and <c>-63dBm@54Mbps</c>.</summary>
    internal static int? SignalOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var end = text.IndexOfAny(['d', '@', ' ']);
        return int.TryParse(end < 0 ? text : text.AsSpan(0, end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signal) && signal < 0 ? signal : null;
    }
}
