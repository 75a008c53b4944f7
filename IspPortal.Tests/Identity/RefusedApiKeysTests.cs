using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Network;
using IspPortal.Infrastructure.Identity.ApiKeys;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Identity;

/// <summary>What the audit keeps of keys that do not work.</summary>
public sealed class RefusedApiKeysTests
{
    private const string Home = "10.0.0.9";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Every_refusal_says_why_and_holds_no_secret(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var maker = await world.AddUserAsync("maker@isp.test", PortalRoles.Administrator);
        world.ActAs(maker, PortalRoles.Administrator);
        var (revoked, expired, elsewhere, right) = (await MakeAsync(world), await MakeAsync(world, world.Clock.NowUtc.AddHours(1)), await MakeAsync(world, null, "192.0.2.0/24"), await MakeAsync(world));
        Assert.True((await world.ApiKeyIssuer.RevokeAsync(revoked.Id, "lost", Token)).Succeeded);
        world.Clock.Advance(TimeSpan.FromHours(1));
        var never = ApiKeyFormat.New();
        var guessed = right.Secret[..ApiKeyFormat.PrefixLength] + never[ApiKeyFormat.PrefixLength..];

        await world.ApiKeyCallers.FindAsync(right.Secret, Home, Token);
        Assert.Empty(await RowsAsync(world));
        await world.ApiKeyCallers.FindAsync(revoked.Secret, Home, Token);
        await world.ApiKeyCallers.FindAsync(expired.Secret, Home, Token);
        await world.ApiKeyCallers.FindAsync(elsewhere.Secret, Home, Token);
        await world.ApiKeyCallers.FindAsync(guessed, Home, Token);
        await world.ApiKeyCallers.FindAsync(never, Home, Token);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.ApiKeyCallers.FindAsync("isp_nonsense", Home, Token);
        world.ActAs(await world.AddUserAsync("chief@isp.test", PortalRoles.Administrator), PortalRoles.Administrator);
        Assert.True((await world.Editor.SetActiveAsync(maker, false, Token)).Succeeded);
        await world.ApiKeyCallers.FindAsync(right.Secret, Home, Token);

        var rows = await RowsAsync(world);
        Assert.All(rows, row => Assert.Equal(("api_key", Home), (row.Entity, row.Address)));
        Assert.Equal(
            new SortedSet<(string, string?, ActorKind, string?)>
            {
                ("revoked", Named(revoked), ActorKind.ApiKey, revoked.Prefix),
                ("expired", Named(expired), ActorKind.ApiKey, expired.Prefix),
                ("address_not_allowed", Named(elsewhere), ActorKind.ApiKey, elsewhere.Prefix),
                ("wrong_secret", Named(right), ActorKind.Anonymous, right.Prefix),
                ("unknown", null, ActorKind.Anonymous, never[..ApiKeyFormat.PrefixLength]),
                ("unknown", null, ActorKind.Anonymous, null),
                ("maker_off", Named(right), ActorKind.ApiKey, right.Prefix),
            },
            rows.Select(row => (Of(row, "reason")!, row.EntityId, row.ActorKind, Of(row, "prefix"))).Order());
        foreach (var secret in new[] { revoked.Secret, expired.Secret, elsewhere.Secret, right.Secret, never })
        {
            Assert.All(rows, row => Assert.DoesNotContain(secret[ApiKeyFormat.PrefixLength..], row.AfterJson, StringComparison.Ordinal));
        }

        static string Named(IssuedApiKey key) => key.Id.ToString();
    }

    [Fact]
    public async Task A_flood_is_a_row_a_minute_for_each_key_and_reason_with_what_was_left_out()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        world.ActAs(await world.AddUserAsync("maker@isp.test", PortalRoles.Administrator), PortalRoles.Administrator);
        var (one, two) = (await MakeAsync(world), await MakeAsync(world));
        await world.ApiKeyIssuer.RevokeAsync(one.Id, "lost", Token);
        await world.ApiKeyIssuer.RevokeAsync(two.Id, "lost", Token);
        for (var i = 0; i < 50; i++)
        {
            await world.ApiKeyCallers.FindAsync(one.Secret, Home, Token);
        }

        await world.ApiKeyCallers.FindAsync(two.Secret, Home, Token);
        await world.ApiKeyCallers.FindAsync(one.Secret[..^1] + (one.Secret[^1] == 'a' ? 'b' : 'a'), Home, Token);
        Assert.Equal(3, (await RowsAsync(world)).Count);
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        await world.ApiKeyCallers.FindAsync(one.Secret, Home, Token);
        Assert.Equal(3, (await RowsAsync(world)).Count);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.ApiKeyCallers.FindAsync(one.Secret, Home, Token);
        Assert.Equal([0, 50], (await RowsAsync(world)).Where(row => row.EntityId == one.Id.ToString() && Of(row, "reason") == "revoked").Select(LeftOutOf).Order());
    }

    [Fact]
    public async Task Strangers_from_everywhere_share_a_few_rows()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        for (var i = 0; i < 500; i++)
        {
            await world.ApiKeyCallers.FindAsync(ApiKeyFormat.New(), $"10.{i / 250}.{i % 250}.1", Token);
        }

        Assert.InRange((await RowsAsync(world)).Count, 2, 16);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 500; i++)
        {
            await world.ApiKeyCallers.FindAsync("isp_nonsense", $"10.{i / 250}.{i % 250}.1", Token);
        }

        // Nothing is lost: those that were left out stand in the rows of the minute after.
        var rows = await RowsAsync(world);
        Assert.Equal(500, rows.Sum(LeftOutOf) + (rows.Count / 2));
    }

    [Fact]
    public async Task An_audit_that_cannot_be_written_refuses_nobody_in_another_way()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        await using (var context = world.Source.CreateForSystem("test"))
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE audit_entries", Token);
        }

        Assert.Null(await world.ApiKeyCallers.FindAsync("isp_nonsense", Home, Token));
    }

    private static async Task<IssuedApiKey> MakeAsync(IdentityWorld world, DateTime? expiresAtUtc = null, params string[] networks)
    {
        var issued = await world.ApiKeyIssuer.CreateAsync(new CreateApiKeyRequest("Sync", [NetworkPermissions.RoutersRead], expiresAtUtc, networks), Token);
        Assert.True(issued.Succeeded, issued.Error?.ToString());
        return issued.Value;
    }

    private static async Task<List<AuditEntry>> RowsAsync(IdentityWorld world)
    {
        await using var context = world.Source.CreateForSystem("test");
        return await context.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action == ApiKeyRefusals.Action).ToListAsync(Token);
    }

    private static string? Of(AuditEntry row, string field) => JsonSerializer.Deserialize<JsonElement>(row.AfterJson!).GetProperty(field).GetString();

    private static int LeftOutOf(AuditEntry row) => JsonSerializer.Deserialize<JsonElement>(row.AfterJson!).GetProperty("leftOut").GetInt32();
}
