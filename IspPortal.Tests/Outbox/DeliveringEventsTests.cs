using System.Collections.Concurrent;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Jobs;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IspPortal.Tests.Outbox;

public sealed class DeliveringEventsTests : IAsyncDisposable
{
    private static readonly Guid Poisoned = new("01890a5d-ac96-774b-bcce-0000000000aa");
    private static readonly Guid Healthy = new("01890a5d-ac96-774b-bcce-0000000000bb");

    private readonly ManualClock _clock = new();
    private readonly ConcurrentQueue<(Guid Aggregate, int Number)> _handled = new();
    private readonly ServiceProvider _services;
    private Func<LineChanged, CancellationToken, Task> _behaviour = (_, _) => Task.CompletedTask;
    private PortalDatabase? _database;

    public DeliveringEventsTests()
    {
        var services = new ServiceCollection();
        services.AddScoped<CurrentActor>();
        services.AddSingleton(this);
        services.AddEventHandler<LineChanged, LineHandler>("line-handler");
        services.AddSingleton<EventCatalog>();
        _services = services.BuildServiceProvider();
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Events_of_one_aggregate_arrive_in_order_and_once(string provider)
    {
        await OpenAsync(provider);
        await AddAsync((Healthy, 1), (Healthy, 2), (Healthy, 3));
        await AddAsync((Healthy, 4));
        await DrainAsync(Pump());
        Assert.Equal([(Healthy, 1), (Healthy, 2), (Healthy, 3), (Healthy, 4)], _handled);
        Assert.Equal(0, await Pump().DeliverDueAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_rolled_back_transaction_tells_nobody(string provider)
    {
        await OpenAsync(provider);
        await using (var context = _database!.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            context.AddEvent(new LineChanged(Healthy, 1));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        await DrainAsync(Pump());
        Assert.Empty(_handled);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_dispatcher_that_dies_between_handling_and_marking_leaves_it_to_another(string provider)
    {
        await OpenAsync(provider);
        await AddAsync((Healthy, 1), (Healthy, 2));
        // What a killed process leaves: the handler ran, the row is still leased.
        await using (var context = _database!.Open())
        {
            var until = _clock.UtcNow() + OutboxPump.Lease;
            var first = await context.Set<OutboxDelivery>().OrderBy(delivery => delivery.EventId).FirstAsync(TestContext.Current.CancellationToken);
            first.LeasedBy = "dead";
            first.LeasedUntilUtc = until;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await DrainAsync(Pump());
        Assert.Empty(_handled);
        _clock.Advance(OutboxPump.Lease);
        await DrainAsync(Pump());
        Assert.Equal([(Healthy, 1), (Healthy, 2)], _handled);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_dispatchers_share_the_work_without_doubling_it(string provider)
    {
        await OpenAsync(provider);
        var aggregates = Enumerable.Range(0, 12).Select(_ => Ids.New(_clock)).ToList();
        foreach (var number in Enumerable.Range(1, 4))
        {
            await AddAsync([.. aggregates.Select(aggregate => (aggregate, number))]);
        }

        await Task.WhenAll(DrainAsync(Pump()), DrainAsync(Pump()));
        await DrainAsync(Pump());
        Assert.Equal(48, _handled.Count);
        Assert.All(_handled.GroupBy(item => item.Aggregate), group => Assert.Equal([1, 2, 3, 4], group.Select(item => item.Number)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_poisoned_event_blocks_only_its_own_aggregate_until_it_is_given_up(string provider)
    {
        await OpenAsync(provider);
        _behaviour = (changed, _) => changed.AggregateId == Poisoned && changed.Number == 1 ? throw new InvalidOperationException("boom") : Task.CompletedTask;
        await AddAsync((Poisoned, 1), (Healthy, 1), (Poisoned, 2), (Healthy, 2));
        await DrainAsync(Pump());
        Assert.Equal([(Healthy, 1), (Healthy, 2)], _handled);
        for (var attempt = 1; attempt < OutboxPump.MaxAttempts; attempt++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await DrainAsync(Pump());
        }

        Assert.Equal([(Healthy, 1), (Healthy, 2), (Poisoned, 2)], _handled);
        var desk = new DeadLetterDesk(_database!.Factory, new TestActor(JobPermissions.JobsRead, JobPermissions.JobsRun), new OutboxWake(), _clock);
        var dead = Assert.Single((await desk.ListAsync(new PageRequest(), TestContext.Current.CancellationToken)).Value.Items);
        Assert.Equal(("test.line_changed", Poisoned, "line-handler", OutboxPump.MaxAttempts), (dead.EventName, dead.AggregateId, dead.Handler, dead.Attempts));
        Assert.Contains("boom", dead.Error, StringComparison.Ordinal);

        _behaviour = (_, _) => Task.CompletedTask;
        Assert.True((await desk.RetryAsync(dead.Id, TestContext.Current.CancellationToken)).Succeeded);
        await DrainAsync(Pump());
        Assert.Equal((Poisoned, 1), _handled.Last());
        Assert.Equal("jobs.dead_letter_not_found", (await desk.RetryAsync(dead.Id, TestContext.Current.CancellationToken)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Delivered_events_go_after_30_days_and_waiting_ones_stay(string provider)
    {
        await OpenAsync(provider);
        _behaviour = (changed, _) => changed.AggregateId == Poisoned ? throw new InvalidOperationException("boom") : Task.CompletedTask;
        await AddAsync((Poisoned, 1), (Healthy, 1));
        await DrainAsync(Pump());
        _clock.Advance(TimeSpan.FromDays(29));
        var retention = new OutboxRetention(_database!.Factory, _clock);
        Assert.Equal(0, await retention.RemoveOldAsync(TestContext.Current.CancellationToken));
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await retention.RemoveOldAsync(TestContext.Current.CancellationToken));
        await using var context = _database.Open();
        Assert.Equal(Poisoned, (await context.Set<OutboxEvent>().SingleAsync(TestContext.Current.CancellationToken)).AggregateId);
    }

    [Fact]
    public async Task The_bell_rings_after_the_commit_only()
    {
        await OpenAsync("Sqlite");
        await using var context = _database!.Open();
        await using (var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            context.AddEvent(new LineChanged(Healthy, 1));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.True(context.HasNewEvents);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.False(context.HasNewEvents);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private async Task OpenAsync(string provider) => _database = await PortalDatabase.CreateAsync(provider, _clock, _services.GetRequiredService<EventCatalog>());

    private OutboxPump Pump() => new(
        _database!.Source, _services.GetRequiredService<EventCatalog>(), _services.GetRequiredService<IServiceScopeFactory>(), _clock, NullLogger<OutboxPump>.Instance);

    private static async Task DrainAsync(OutboxPump pump)
    {
        while (await pump.DeliverDueAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    private async Task AddAsync(params (Guid Aggregate, int Number)[] events)
    {
        await using var context = _database!.Open();
        foreach (var (aggregate, number) in events)
        {
            context.AddEvent(new LineChanged(aggregate, number));
        }

        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    internal sealed record LineChanged(Guid AggregateId, int Number) : IDomainEvent
    {
        public static string EventName => "test.line_changed";
    }

    internal sealed class LineHandler(DeliveringEventsTests test) : IEventHandler<LineChanged>
    {
        public async Task HandleAsync(LineChanged domainEvent, CancellationToken cancellationToken)
        {
            await test._behaviour(domainEvent, cancellationToken);
            test._handled.Enqueue((domainEvent.AggregateId, domainEvent.Number));
        }
    }
}
