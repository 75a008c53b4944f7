using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Monitoring.Relay;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Monitoring;

/// <summary>What one process of the portal has of monitoring, over a database that it shares with others. Its jobs run when the test says so.</summary>
internal sealed class CollectorNode : IAsyncDisposable
{
    private readonly PatientPool _pool;
    private readonly SeriesStore _series;

    public CollectorNode(PortalDatabase database, TimeProvider clock, double speed, string name)
    {
        _series = new SeriesStore(new PostgresSeriesDatabase(database.Options.EffectiveConnectionString), clock);
        _pool = new PatientPool(clock, PatientPool.For(speed));
        Totals = new TotalsPublisher(Network, Feed, _series, clock, NullLogger<TotalsPublisher>.Instance);
        Relay = new RouterRelay(database.Source, Network, Feed, Totals, clock);
        var services = new CollectorServices(
            _pool, Network, Feed, _series, Totals, new CollectionWriter(database.Source, clock), Relay, new SharedLines(database.Source, Network), [], clock, NullLogger<RouterCollector>.Instance);
        Fleet = new CollectorFleet(services, database.Source, new RouterLeases(database.Source, clock, name), Planner, NullLogger<CollectorFleet>.Instance);
    }

    public LiveNetwork Network { get; } = new();

    public LiveFeed Feed { get; } = new(NullLogger<LiveFeed>.Instance);

    public HandPlanner Planner { get; } = new();

    public TotalsPublisher Totals { get; }

    public RouterRelay Relay { get; }

    public CollectorFleet Fleet { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All its jobs, once.</summary>
    public async Task TurnAsync()
    {
        await Fleet.AssignAsync(Token);
        await PollAsync();
        await Relay.ReceiveAsync(Token);
    }

    /// <summary>The polls that it has planned.</summary>
    public async Task PollAsync()
    {
        foreach (var id in Planner.Planned)
        {
            Assert.Null(await Fleet.RunAsync(id, new MonitoringSettings(), Token));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Fleet.DisposeAsync();
        Relay.Dispose();
        Totals.Dispose();
        await _pool.DisposeAsync();
        _series.Dispose();
    }
}
