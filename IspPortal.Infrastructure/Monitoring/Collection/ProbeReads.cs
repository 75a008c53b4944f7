using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Latency and loss to chosen targets, measured from the router: what its customers see. Needs the policy <c>test</c> there.</summary>
internal sealed class ProbeReads(Guid routerId) : ISeldomRead
{
    private const int Echoes = 4;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Refusals _refusals = new();

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<SeriesSample>> ReadAsync(IRouterOsClient client, MonitoringSettings settings, TimeSpan interval, CancellationToken cancellationToken)
    {
        if (!_refusals.Ask("ping"))
        {
            return [];
        }

        // Two at a time: a router has room for four commands of ours, and the polls go on.
        var samples = new List<SeriesSample>();
        foreach (var pair in settings.Targets().Chunk(2))
        {
            foreach (var some in await Task.WhenAll(pair.Select(target => PingAsync(client, target, interval, cancellationToken))))
            {
                samples.AddRange(some);
            }
        }

        return samples;
    }

    private async Task<List<SeriesSample>> PingAsync(IRouterOsClient client, string target, TimeSpan interval, CancellationToken cancellationToken)
    {
        var command = client.Dialect.Ping(target, Echoes).With("interval", "200ms").Deadlines(Silence, Longest);
        var read = await client.PrintAsync(command, cancellationToken);
        if (!read.Succeeded)
        {
            _refusals.Take("ping", read.Error);
            return [];
        }

        var answered = read.Value.Where(static row => row.Duration("time") is not null).Select(static row => row.Duration("time")!.Value.TotalMilliseconds).ToList();
        var sent = read.Value.Count(static row => row["seq"] is not null);
        if (sent == 0)
        {
            return [];
        }

        var subject = SeriesSubject.Probe(routerId, target);
        List<SeriesSample> samples = [new SeriesSample(subject, Metric.LossPercent, Math.Round(100.0 * (sent - answered.Count) / sent, 2), interval)];
        if (answered.Count > 0)
        {
            samples.Add(new SeriesSample(subject, Metric.LatencyMilliseconds, Math.Round(answered.Average(), 2), interval));
        }

        return samples;
    }
}
