using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Infrastructure.Audit;
using IspPortal.Tests.Support;
using Xunit;

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
        var directory = new AuditDirectory(database.Factory, actor);

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

    [Fact]
    public async Task Without_the_permission_nothing_is_shown()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite", _clock);
        var directory = new AuditDirectory(database.Factory, new TestActor());
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
