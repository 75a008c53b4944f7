using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Infrastructure.Audit;
using IspPortal.Tests.Support;
using Xunit;
using Moq;

namespace IspPortal.Tests.Audit;

public sealed class ReadingTheAuditTests
{
    private readonly ManualClock _clock = new();

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Rows_are_filtered_searched_and_paged(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider, _clock);
        var actor = new TestActor(AuditPermissions.AuditRead);
        var writer = new AuditWriter(database.FactoryAs(actor.Actor));
        for (var number = 1; number <= 5; number++)
        {
            await writer.WriteAsync("tested", "router", $"r{number}", new { Milliseconds = number }, TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await writer.WriteAsync("signed_in", "user", "u1", null, TestContext.Current.CancellationToken);
        var directory = new AuditDirectory(database.Factory, [], actor);

        var page = (await directory.ListAsync(new AuditFilter(Entity: "router"), new PageRequest(2, 2), TestContext.Current.CancellationToken)).Value;
        Assert.Equal(5, page.TotalCount);
        Assert.Equal(["r3", "r2"], page.Items.Select(row => row.EntityId));
        var found = (await directory.ListAsync(new AuditFilter(ActorId: TestActor.UserId), new PageRequest(Search: "signed"), TestContext.Current.CancellationToken)).Value;
        Assert.Equal(("signed_in", "10.0.0.9"), (Assert.Single(found.Items).Action, found.Items[0].Address));
        var early = new AuditFilter(ToUtc: _clock.GetUtcNow().UtcDateTime.AddMinutes(-3));
        Assert.Equal(["r2", "r1"], (await directory.ListAsync(early, new PageRequest(), TestContext.Current.CancellationToken)).Value.Items.Select(row => row.EntityId));

        var details = (await directory.FindAsync(page.Items[0].Id, TestContext.Current.CancellationToken)).Value;
        Assert.Equal("""{"milliseconds":3}""", details.AfterJson);
        Assert.Equal("audit.not_found", (await directory.FindAsync(Guid.Empty, TestContext.Current.CancellationToken)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Things_go_by_their_names_and_a_search_minds_neither_case_nor_id(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider, _clock);
        var writer = new AuditWriter(database.Factory);
        await writer.WriteAsync("tested", "router", "r1", null, TestContext.Current.CancellationToken);
        await writer.WriteAsync("tested", "router", "r2", null, TestContext.Current.CancellationToken);
        await writer.WriteAsync("powered_off", "lab", "RTR-OLD", null, TestContext.Current.CancellationToken);
        var names = new Mock<IAuditNames>();
        names.Setup(source => source.NamesAsync(It.IsAny<IReadOnlyCollection<AuditThing>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Dictionary<AuditThing, string> { [new("router", "r2")] = "RTR-BEKASI" });
        names.Setup(source => source.FindAsync("beKasi", It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(["r2"]);
        names.Setup(source => source.FindAsync("rtr-O", It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        var directory = new AuditDirectory(database.Factory, [names.Object], new TestActor(AuditPermissions.AuditRead));

        var named = Assert.Single((await directory.ListAsync(new AuditFilter(), new PageRequest(Search: "beKasi"), TestContext.Current.CancellationToken)).Value.Items);
        Assert.Equal(("r2", "RTR-BEKASI"), (named.EntityId, named.EntityName));
        var old = Assert.Single((await directory.ListAsync(new AuditFilter(), new PageRequest(Search: "rtr-O"), TestContext.Current.CancellationToken)).Value.Items);
        Assert.Equal(("RTR-OLD", null), (old.EntityId, old.EntityName));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_shown()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite", _clock);
        var directory = new AuditDirectory(database.Factory, [], new TestActor());
        Assert.Equal("identity.forbidden", (await directory.ListAsync(new AuditFilter(), new PageRequest(), TestContext.Current.CancellationToken)).Error?.Code);
        Assert.Equal("identity.forbidden", (await directory.FindAsync(Guid.Empty, TestContext.Current.CancellationToken)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Rows_go_after_five_years(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider, _clock);
        await new AuditWriter(database.Factory).WriteAsync("tested", "router", "r1", null, TestContext.Current.CancellationToken);
        var retention = new AuditRetention(database.Factory, _clock);
        _clock.Advance(TimeSpan.FromDays(5 * 365));
        Assert.Equal(0, await retention.RemoveOldAsync(TestContext.Current.CancellationToken));
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, await retention.RemoveOldAsync(TestContext.Current.CancellationToken));
    }
}
