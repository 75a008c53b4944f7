using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Benchmarks.Monitoring;

/// <summary>Routers with their lines as the portal keeps them after a poll: the same meter, the same samples, the same journal.</summary>
internal sealed class PolledCrowd
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly int _linesOfARouter;
    private readonly CrowdTraffic[] _traffic;
    private readonly TrackedSession[][] _sessions;
    private readonly SessionMeter?[] _meters;

    public PolledCrowd(int routers, int linesOfARouter)
    {
        _linesOfARouter = linesOfARouter;
        _traffic = [.. Enumerable.Range(0, routers).Select(r => new CrowdTraffic(linesOfARouter, r + 1))];
        _sessions = [.. Enumerable.Range(0, routers).Select(r => Enumerable.Range(0, linesOfARouter).Select(l => Session(r, l)).ToArray())];
        _meters = new SessionMeter?[routers];
    }

    public int Routers => _traffic.Length;

    public int Lines => Routers * _linesOfARouter;

    public static Guid RouterId(int router) => new(router + 1, 1, 1, new byte[8]);

    public static Guid AccessId(int router, int line) => new((router * 100_000) + line + 1, 2, 2, new byte[8]);

    public CrowdTraffic TrafficOf(int router) => _traffic[router];

    /// <summary>One poll of a router.</summary>
    public async Task PollAsync(ISeriesStore store, int router, DateTime atUtc)
    {
        var meter = _meters[router] ??= new SessionMeter(await store.RecallCountersAsync(RouterId(router), CancellationToken.None));
        var traffic = _traffic[router];
        var (looks, samples) = (new List<SessionLook>(_linesOfARouter), new List<SeriesSample>(_linesOfARouter * 2));
        for (var line = 0; line < _linesOfARouter; line++)
        {
            var session = _sessions[router][line];
            var (down, up) = session.Look(traffic.Down[line], traffic.Up[line], atUtc, 1, Every * 3);
            looks.Add(new SessionLook(session, traffic.Down[line], traffic.Up[line], down, up));
            var subject = SeriesSubject.Access(session.Access.Id);
            Add(samples, subject, Metric.DownBytes, down);
            Add(samples, subject, Metric.UpBytes, up);
        }

        var atMs = ChartStep.ToMs(atUtc);
        var metered = meter.Meter(atMs, _sessions[router], looks);
        if (!await store.AppendAsync(new SeriesBatch(RouterId(router), atUtc, samples) { Metered = metered }, CancellationToken.None))
        {
            throw new InvalidOperationException("A poll was not stored.");
        }

        meter.Stored(atMs, metered, samples);
    }

    private static TrackedSession Session(int router, int line)
    {
        var access = new TrackedAccess { Id = AccessId(router, line), Service = AccessService.Pppoe, Username = $"line{line}", FirstSeenAtUtc = DateTime.UnixEpoch };
        return new TrackedSession(
            AccessId(router, line), access, new ReadSession(AccessService.Pppoe, access.Username, $"{line:x8}", "pppoe", null, null, TimeSpan.Zero, null, null), DateTime.UnixEpoch);
    }

    private static void Add(List<SeriesSample> samples, SeriesSubject subject, Metric metric, CounterStep? step)
    {
        if (step is { Amount: { } amount } known)
        {
            samples.Add(new SeriesSample(subject, metric, amount, known.Interval));
        }
    }
}
