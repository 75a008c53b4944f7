using IspPortal.Core.Audit;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IspPortal.Tests.Persistence;

public sealed class WritingRowsTests
{
    private static readonly Guid UserId = new("01890a5d-ac96-774b-bcce-b302099a8057");

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_stale_version_is_refused(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        await AddUserAsync(database);
        await using var first = database.Open();
        await using var second = database.Open();
        var mine = await first.Users.SingleAsync(TestContext.Current.CancellationToken);
        var theirs = await second.Users.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, mine.Version);
        theirs.DisplayName = "Sari";
        await second.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, theirs.Version);
        mine.DisplayName = "Siti";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_secret_is_unreadable_in_the_table_and_clear_in_memory(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        await AddUserAsync(database);
        await using (var context = database.Open())
        {
            context.Add(new IdentityUserToken<Guid> { UserId = UserId, LoginProvider = "x", Name = "key", Value = "JBSWY3DPEHPK3PXP" });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var reader = database.Open();
        Assert.Equal("JBSWY3DPEHPK3PXP", (await reader.UserTokens.SingleAsync(TestContext.Current.CancellationToken)).Value);
        var stored = await reader.Database.SqlQuery<string>($"SELECT value AS \"Value\" FROM user_tokens").SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("JBSWY3DPEHPK3PXP", stored, StringComparison.Ordinal);
        Assert.True(stored.Length > 100);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_change_leaves_one_audit_row_with_actor_and_masked_person(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        await AddUserAsync(database);
        var actor = new Actor(ActorKind.User, UserId, "admin@lab.test", [], "10.0.0.9");
        await using (var context = database.Open(actor))
        {
            var user = await context.Users.SingleAsync(TestContext.Current.CancellationToken);
            user.Culture = "en";
            user.DisplayName = "Sari";
            user.PasswordHash = "hash";
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            user.AccessFailedCount = 3;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var reader = database.Open();
        var rows = await reader.Set<AuditEntry>().OrderBy(row => row.AtUtc).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([AuditActions.Created, AuditActions.Changed], rows.Select(row => row.Action));
        var change = rows[1];
        Assert.Equal(("user", UserId.ToString(), "admin@lab.test", "10.0.0.9"), (change.Entity, change.EntityId, change.ActorName, change.Address));
        Assert.Equal("""{"culture":null,"displayName":"B***"}""", change.BeforeJson);
        Assert.Equal("""{"culture":"en","displayName":"S***"}""", change.AfterJson);
        Assert.Equal(DateTimeKind.Utc, change.AtUtc.Kind);
    }

    [Fact]
    public async Task The_audit_cannot_be_changed()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        await AddUserAsync(database);
        await using var context = database.Open();
        context.Remove(await context.Set<AuditEntry>().SingleAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_local_time_is_refused()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        await using var context = database.Open();
        context.Add(new PortalUser { Id = UserId, CreatedAtUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) });
        await Assert.ThrowsAnyAsync<Exception>(() => context.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sqlite_writes_ahead_and_keeps_ids_in_the_order_of_time()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        await AddUserAsync(database);
        await using var context = database.Open();
        Assert.Equal("wal", await context.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await context.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal("01890A5DAC96774BBCCEB302099A8057", await context.Database.SqlQuery<string>($"SELECT hex(id) AS Value FROM users").SingleAsync(TestContext.Current.CancellationToken));
    }

    private static async Task AddUserAsync(PortalDatabase database)
    {
        await using PortalDbContext context = database.Open();
        context.Add(new PortalUser { Id = UserId, DisplayName = "Budi", UserName = "budi", CreatedAtUtc = DateTime.UnixEpoch });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
