using System.Data.Common;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IspPortal.Tests.Persistence;

public sealed class InsertingManyRowsTests
{
    private static readonly DateTime Now = new(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc);

    private readonly Guid _routerId = Ids.New(TimeProvider.System);

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Rows_read_back_as_saved_ones_do(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var accounts = await AddRouterAsync(database);
        await using (var context = database.Open())
        {
            await context.InsertRowsAsync(accounts, TestContext.Current.CancellationToken);
            await context.InsertRowsAsync(
                [new SessionRecord { Id = Ids.New(TimeProvider.System), AccessId = accounts[0].Id, RouterId = _routerId, Mark = "*1", StartedAtUtc = Now, EndedAtUtc = Now.AddHours(1), EndReason = SessionEndReason.NoLongerPolled, DownBytes = long.MaxValue }],
                TestContext.Current.CancellationToken);
        }

        await using var reader = database.Open();
        var read = await reader.Set<AccessAccount>().AsNoTracking().OrderBy(account => account.Username).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equivalent(accounts, read, strict: true);
        var session = await reader.Set<SessionRecord>().SingleAsync(record => record.EndReason == SessionEndReason.NoLongerPolled, TestContext.Current.CancellationToken);
        Assert.Equal((Now.AddHours(1), long.MaxValue, null), (session.EndedAtUtc, session.DownBytes, session.UpBytes));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task One_that_is_there_already_refuses_them_all(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var accounts = await AddRouterAsync(database);
        await using var context = database.Open();
        await context.InsertRowsAsync([accounts[1]], TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<DbException>(() => context.InsertRowsAsync(accounts, TestContext.Current.CancellationToken));
        Assert.Equal(1, await context.Set<AccessAccount>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_audited_row_is_refused()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        await using var context = database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.InsertRowsAsync<Router>([], TestContext.Current.CancellationToken));
    }

    private async Task<AccessAccount[]> AddRouterAsync(PortalDatabase database)
    {
        await using var context = database.Open();
        context.Add(new Router { Id = _routerId, Name = "R1", Host = "127.0.0.1", Port = 8728, Username = "api", Password = "x", CreatedAtUtc = Now });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return
        [
            Account("a<b>=c", AccessService.Pppoe, null),
            Account("bé", AccessService.Hotspot, true),
        ];
    }

    private AccessAccount Account(string username, AccessService service, bool? enabled) => new()
    {
        Id = Ids.New(TimeProvider.System),
        RouterId = _routerId,
        Service = service,
        Username = username,
        SearchKey = username,
        Enabled = enabled,
        FirstSeenAtUtc = Now,
        LastSeenAtUtc = enabled is null ? null : Now,
        Version = 1,
    };
}
