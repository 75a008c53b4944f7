using IspPortal.Core.Audit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Network;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Identity;

public sealed class ApiKeysTests
{
    private const string Home = "10.0.0.9";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_key_may_what_its_scopes_say_and_is_stored_only_as_a_hash(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var maker = await MakerAsync(world);
        var key = await MakeAsync(world, new CreateApiKeyRequest(" Billing bridge ", [NetworkPermissions.RoutersRead, NetworkPermissions.SessionsRead, NetworkPermissions.RoutersRead]));

        var actor = await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token);
        Assert.NotNull(actor);
        Assert.Equal((ActorKind.ApiKey, key.Id, $"Billing bridge ({key.Prefix})", Home), (actor.Kind, actor.Id, actor.Name, actor.Address));
        Assert.Equal([NetworkPermissions.RoutersRead, NetworkPermissions.SessionsRead], actor.Permissions.Order(StringComparer.Ordinal));

        await using var context = world.Source.CreateForSystem("test");
        var row = await context.Set<ApiKey>().AsNoTracking().SingleAsync(Token);
        Assert.Equal((maker, ApiKeyFormat.Hash(key.Secret), "routers.read sessions.read"), (row.MakerId, row.SecretHash, row.Scopes));
        var audit = await context.Set<AuditEntry>().AsNoTracking().SingleAsync(entry => entry.Entity == "api_key", Token);
        Assert.Equal((AuditActions.Created, maker), (audit.Action, audit.ActorId));
        Assert.Contains("routers.read", audit.AfterJson, StringComparison.Ordinal);
        foreach (var hidden in new[] { key.Secret[ApiKeyFormat.PrefixLength..], row.SecretHash })
        {
            Assert.DoesNotContain(hidden, audit.AfterJson, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_not_the_whole_key_is_refused(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await MakerAsync(world);
        var key = await MakeAsync(world);
        var other = ApiKeyFormat.New();
        foreach (var wrong in new[] { "", "isp_", key.Prefix, key.Secret + "a", key.Secret[..^1], key.Secret.ToUpperInvariant(), other, key.Secret[..ApiKeyFormat.PrefixLength] + other[ApiKeyFormat.PrefixLength..] })
        {
            Assert.Null(await world.ApiKeyCallers.FindAsync(wrong, Home, Token));
        }

        Assert.NotNull(await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_key_keeps_nothing_that_its_maker_lost(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var chief = await world.AddUserAsync("chief@isp.test", PortalRoles.Administrator);
        var maker = await MakerAsync(world);
        var key = await MakeAsync(world, new CreateApiKeyRequest("Sync", [NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite, IdentityPermissions.UsersWrite]));

        world.ActAs(chief, PortalRoles.Administrator);
        await ChangeRolesAsync(PortalRoles.NocOperator);
        Assert.Equal([NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite], await PermissionsAsync());
        Assert.Equal([IdentityPermissions.UsersWrite], (await world.ApiKeys.GetAsync(key.Id, Token)).Value.LostScopes);

        await ChangeRolesAsync(PortalRoles.Collector);
        Assert.Equal([], await PermissionsAsync());

        await ChangeRolesAsync(PortalRoles.Administrator);
        Assert.Equal(3, (await PermissionsAsync())!.Count);
        Assert.Empty((await world.ApiKeys.GetAsync(key.Id, Token)).Value.LostScopes);

        Assert.True((await world.Editor.SetActiveAsync(maker, false, Token)).Succeeded);
        Assert.Null(await PermissionsAsync());
        Assert.Equal(ApiKeyState.Suspended, (await world.ApiKeys.GetAsync(key.Id, Token)).Value.Key.State);
        Assert.True((await world.Editor.SetActiveAsync(maker, true, Token)).Succeeded);
        Assert.Equal(3, (await PermissionsAsync())!.Count);

        async Task ChangeRolesAsync(string role) =>
            Assert.True((await world.Editor.UpdateAsync(maker, (await world.ReadAsync(maker)).Version, new("Maker", [role], null), Token)).Succeeded);

        async Task<IReadOnlyList<string>?> PermissionsAsync() =>
            (await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token))?.Permissions.Order(StringComparer.Ordinal).ToArray();
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_key_ends_at_its_time(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await MakerAsync(world);
        var key = await MakeAsync(world, Plain() with { ExpiresAtUtc = world.Clock.NowUtc.AddDays(30) });
        world.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token));
        Assert.Equal(ApiKeyState.Expired, (await world.ApiKeys.GetAsync(key.Id, Token)).Value.Key.State);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_revoked_key_is_refused_at_once_and_says_who_and_why(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await MakerAsync(world);
        var key = await MakeAsync(world);
        Assert.Equal("common.required", (await world.ApiKeyIssuer.RevokeAsync(key.Id, " ", Token)).Error!.Fields[0].Code);
        Assert.Equal("common.too_long", (await world.ApiKeyIssuer.RevokeAsync(key.Id, new string('x', 501), Token)).Error!.Fields[0].Code);
        Assert.NotNull(await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token));

        Assert.True((await world.ApiKeyIssuer.RevokeAsync(key.Id, " laptop lost ", Token)).Succeeded);
        Assert.Null(await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token));
        var details = (await world.ApiKeys.GetAsync(key.Id, Token)).Value;
        Assert.Equal((ApiKeyState.Revoked, "Tester", "laptop lost", world.Clock.NowUtc), (details.Key.State, details.RevokedBy, details.RevokedReason, details.RevokedAtUtc));

        Assert.Equal(IdentityErrors.ApiKeyRevoked, (await world.ApiKeyIssuer.RevokeAsync(key.Id, "again", Token)).Error);
        Assert.Equal(IdentityErrors.ApiKeyNotFound, (await world.ApiKeyIssuer.RevokeAsync(Guid.CreateVersion7(), "x", Token)).Error);
        await using var context = world.Source.CreateForSystem("test");
        var audit = await context.Set<AuditEntry>().AsNoTracking().SingleAsync(entry => entry.Entity == "api_key" && entry.Action == AuditActions.Changed, Token);
        Assert.Contains("laptop lost", audit.AfterJson, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_two_who_revoke_at_once_one_does(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await MakerAsync(world);
        var key = await MakeAsync(world);
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => world.ApiKeyIssuer.RevokeAsync(key.Id, $"reason {i}", Token), Token)));
        Assert.Single(results, result => result.Succeeded);
        Assert.Single(results, result => result.Error == IdentityErrors.ApiKeyRevoked);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_key_works_from_its_networks_alone(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await MakerAsync(world);
        var key = await MakeAsync(world, Plain() with { AllowedAddresses = ["203.0.113.7", "10.20.0.0/16", "203.0.113.7/32"] });
        Assert.Equal(["203.0.113.7/32", "10.20.0.0/16"], (await world.ApiKeys.GetAsync(key.Id, Token)).Value.AllowedAddresses);
        Assert.NotNull(await world.ApiKeyCallers.FindAsync(key.Secret, "10.20.3.4", Token));
        Assert.NotNull(await world.ApiKeyCallers.FindAsync(key.Secret, "203.0.113.7", Token));
        Assert.Null(await world.ApiKeyCallers.FindAsync(key.Secret, "203.0.113.8", Token));
        Assert.Null(await world.ApiKeyCallers.FindAsync(key.Secret, null, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_last_use_is_noted_at_most_once_a_minute(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await MakerAsync(world);
        var key = await MakeAsync(world, Plain() with { AllowedAddresses = ["10.0.0.0/8"] });
        Assert.Null((await RowAsync()).LastUsedAtUtc);

        var first = world.Clock.NowUtc;
        await world.ApiKeyCallers.FindAsync(key.Secret, "10.0.0.1", Token);
        Assert.Equal((first, "10.0.0.1"), ((await RowAsync()).LastUsedAtUtc, (await RowAsync()).LastUsedAddress));
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        await world.ApiKeyCallers.FindAsync(key.Secret, "10.0.0.2", Token);
        Assert.Equal((first, "10.0.0.1"), ((await RowAsync()).LastUsedAtUtc, (await RowAsync()).LastUsedAddress));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.ApiKeyCallers.FindAsync(key.Secret, "192.0.2.1", Token);
        Assert.Equal(first, (await RowAsync()).LastUsedAtUtc);
        await world.ApiKeyCallers.FindAsync(key.Secret, "10.0.0.3", Token);
        Assert.Equal((world.Clock.NowUtc, "10.0.0.3"), ((await RowAsync()).LastUsedAtUtc, (await RowAsync()).LastUsedAddress));
        // Using a key is no change of it: a revocation meanwhile finds the version it read.
        Assert.True((await world.ApiKeyIssuer.RevokeAsync(key.Id, "done", Token)).Succeeded);

        async Task<ApiKeyRow> RowAsync() => (await world.ApiKeys.GetAsync(key.Id, Token)).Value.Key;
    }

    [Fact]
    public async Task A_bad_request_names_every_field_and_makes_nothing()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        var maker = await MakerAsync(world);
        var error = (await world.ApiKeyIssuer.CreateAsync(new("", [], world.Clock.NowUtc, ["10.0.0.1/8"]), Token)).Error!;
        Assert.Equal(
            [("name", "common.required"), ("scopes", "identity.scope_required"), ("expiresAtUtc", "identity.expiry_past"), ("allowedAddresses", "identity.network_malformed")],
            error.Fields.Select(field => (field.Field, field.Code)));
        Assert.Equal("identity.scope_unknown", await FaultAsync(Plain() with { Scopes = ["routers.read", "root"] }));
        Assert.Equal("common.too_long", await FaultAsync(Plain() with { Name = new string('x', 101) }));
        Assert.Equal("identity.expiry_too_far", await FaultAsync(Plain() with { ExpiresAtUtc = world.Clock.NowUtc.AddYears(6) }));
        Assert.Equal("identity.networks_too_many", await FaultAsync(Plain() with { AllowedAddresses = [.. Enumerable.Range(0, 51).Select(i => $"10.0.0.{i}")] }));

        world.Current.Enter(new Actor(ActorKind.User, maker, "Tester", [IdentityPermissions.ApiKeysWrite, IdentityPermissions.ApiKeysRead, NetworkPermissions.RoutersRead], Home));
        Assert.Equal("identity.scope_not_held", await FaultAsync(Plain() with { Scopes = [NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite] }));
        Assert.Equal(0, (await world.ApiKeys.ListAsync(new(), new(), Token)).Value.TotalCount);

        async Task<string> FaultAsync(CreateApiKeyRequest request) => Assert.Single((await world.ApiKeyIssuer.CreateAsync(request, Token)).Error!.Fields).Code;
    }

    [Fact]
    public async Task Neither_a_key_nor_the_portal_makes_keys()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        await MakerAsync(world);
        var key = await MakeAsync(world, new CreateApiKeyRequest("Keys", [IdentityPermissions.ApiKeysWrite, IdentityPermissions.ApiKeysRead]));
        world.Current.Enter((await world.ApiKeyCallers.FindAsync(key.Secret, Home, Token))!);
        Assert.Equal(IdentityErrors.PersonRequired, (await world.ApiKeyIssuer.CreateAsync(new("Child", [IdentityPermissions.ApiKeysRead]), Token)).Error);
        Assert.True((await world.ApiKeyIssuer.RevokeAsync(key.Id, "own end", Token)).Succeeded);
        Assert.Equal($"Keys ({key.Prefix})", (await world.ApiKeys.GetAsync(key.Id, Token)).Value.RevokedBy);
        world.Current.Enter(Actor.System("test"));
        Assert.Equal(IdentityErrors.PersonRequired, (await world.ApiKeyIssuer.CreateAsync(Plain(), Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_list_filters_searches_sorts_and_pages(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var other = await world.AddUserAsync("budi@isp.test", PortalRoles.Administrator);
        world.ActAs(other, PortalRoles.Administrator);
        await MakeAsync(world, Plain() with { Name = "Of Budi" });
        var maker = await MakerAsync(world);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var used = await MakeAsync(world, Plain() with { Name = "Élan sync" });
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await MakeAsync(world, Plain() with { Name = "Short", ExpiresAtUtc = world.Clock.NowUtc.AddMinutes(1) });
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var gone = await MakeAsync(world, Plain() with { Name = "Gone" });
        await world.ApiKeyIssuer.RevokeAsync(gone.Id, "test", Token);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.ApiKeyCallers.FindAsync(used.Secret, Home, Token);
        await world.Editor.SetActiveAsync(other, false, Token);

        Assert.Equal(["Gone", "Short", "Élan sync", "Of Budi"], await NamesAsync(new(), new()));
        Assert.Equal(["Élan sync"], await NamesAsync(new(ApiKeyState.Active), new()));
        Assert.Equal(["Short"], await NamesAsync(new(ApiKeyState.Expired), new()));
        Assert.Equal(["Gone"], await NamesAsync(new(ApiKeyState.Revoked), new()));
        Assert.Equal(["Of Budi"], await NamesAsync(new(ApiKeyState.Suspended), new()));
        Assert.Equal(["Of Budi"], await NamesAsync(new(MakerId: other), new()));
        Assert.Equal(3, (await NamesAsync(new(MakerId: maker), new())).Length);
        Assert.Equal(["Élan sync"], await NamesAsync(new(), new(Search: "elan")));
        Assert.Equal(["Élan sync"], await NamesAsync(new(), new(Search: used.Prefix)));
        Assert.Empty(await NamesAsync(new(), new(Search: "%")));
        Assert.Equal(["Élan sync", "Of Budi", "Short", "Gone"], await NamesAsync(new(), new(Sort: "state")));
        foreach (var sort in new[] { "name", "prefix", "maker", "created", "lastUsed", "expires", "nonsense" })
        {
            Assert.Equal(4, (await NamesAsync(new(), new(Sort: sort))).Length);
        }

        var second = (await world.ApiKeys.ListAsync(new(), new(2, 3), Token)).Value;
        Assert.Equal((4L, "Of Budi", "budi"), (second.TotalCount, Assert.Single(second.Items).Name, second.Items[0].MakerName));

        async Task<string[]> NamesAsync(ApiKeyFilter filter, Core.Common.Paging.PageRequest page) => [.. (await world.ApiKeys.ListAsync(filter, page, Token)).Value.Items.Select(row => row.Name)];
    }

    [Fact]
    public async Task A_key_is_found_by_an_index()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        await using var context = world.Source.CreateForSystem("test");
        await context.Database.OpenConnectionAsync(Token);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + context.Set<ApiKey>().Where(key => key.Prefix == "isp_abcdefghjk").ToQueryString();
        await using var reader = await command.ExecuteReaderAsync(Token);
        Assert.True(await reader.ReadAsync(Token));
        Assert.Contains("USING INDEX", reader.GetString(reader.GetOrdinal("detail")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_method_denies_without_its_permission()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        var id = await MakerAsync(world);
        var calls = new Dictionary<string, Func<Task<Error?>>>(StringComparer.Ordinal)
        {
            [nameof(IApiKeyDirectory.ListAsync)] = async () => (await world.ApiKeys.ListAsync(new(), new(), Token)).Error,
            [nameof(IApiKeyDirectory.GetAsync)] = async () => (await world.ApiKeys.GetAsync(id, Token)).Error,
            [nameof(IApiKeyIssuer.CreateAsync)] = async () => (await world.ApiKeyIssuer.CreateAsync(Plain(), Token)).Error,
            [nameof(IApiKeyIssuer.RevokeAsync)] = async () => (await world.ApiKeyIssuer.RevokeAsync(id, "x", Token)).Error,
        };
        var methods = typeof(IApiKeyDirectory).GetMethods().Concat(typeof(IApiKeyIssuer).GetMethods()).Select(method => method.Name);
        Assert.Equal(methods.Order(StringComparer.Ordinal), calls.Keys.Order(StringComparer.Ordinal));
        foreach (var (method, call) in calls)
        {
            world.ActAs(null);
            Assert.True(await call() == IdentityErrors.SignInRequired, method);
            world.ActAs(id, PortalRoles.NocOperator);
            Assert.True((await call())?.Code == "identity.forbidden", method);
        }

        world.ActAs(id, PortalRoles.Auditor);
        Assert.True((await world.ApiKeys.ListAsync(new(), new(), Token)).Succeeded);
        Assert.Equal("identity.forbidden", (await world.ApiKeyIssuer.CreateAsync(Plain(), Token)).Error!.Code);
    }

    private static CreateApiKeyRequest Plain() => new("Sync", [NetworkPermissions.RoutersRead]);

    private static async Task<Guid> MakerAsync(IdentityWorld world)
    {
        var maker = await world.AddUserAsync("maker@isp.test", PortalRoles.Administrator);
        world.ActAs(maker, PortalRoles.Administrator);
        return maker;
    }

    private static async Task<IssuedApiKey> MakeAsync(IdentityWorld world, CreateApiKeyRequest? request = null)
    {
        var issued = await world.ApiKeyIssuer.CreateAsync(request ?? Plain(), Token);
        Assert.True(issued.Succeeded, issued.Error?.ToString());
        return issued.Value;
    }
}
