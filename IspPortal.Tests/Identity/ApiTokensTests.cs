using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace IspPortal.Tests.Identity;

public sealed class ApiTokensTests
{
    private const string Email = "sari@isp.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_pair_is_replaced_at_each_use(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var first = (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value;
        Assert.Equal(900, first.ExpiresIn);
        var jwt = new JsonWebToken(first.AccessToken);
        Assert.Equal((id.ToString(), world.Clock.GetUtcNow().UtcDateTime.AddMinutes(15)), (jwt.Subject, jwt.ValidTo));
        Assert.NotNull(world.Keys.Find(jwt.Kid));
        var second = (await world.Tokens.RefreshAsync(first.RefreshToken, Token)).Value;
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.True((await world.Tokens.RefreshAsync(second.RefreshToken, Token)).Succeeded);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Using_an_old_one_again_revokes_the_family_and_no_other(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var mine = (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value;
        var other = (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value;
        var next = (await world.Tokens.RefreshAsync(mine.RefreshToken, Token)).Value;
        Assert.Equal(IdentityErrors.RefreshTokenInvalid, (await world.Tokens.RefreshAsync(mine.RefreshToken, Token)).Error);
        Assert.Equal(IdentityErrors.RefreshTokenInvalid, (await world.Tokens.RefreshAsync(next.RefreshToken, Token)).Error);
        Assert.True((await world.Tokens.RefreshAsync(other.RefreshToken, Token)).Succeeded);
        Assert.Contains(IdentityAudit.RefreshTokenReused, await world.ActionsAsync());
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_six_uses_at_once_at_most_one_gets_a_pair(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var pair = (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value;
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.Tokens.RefreshAsync(pair.RefreshToken, Token), Token)));
        var winner = Assert.Single(results, result => result.Succeeded);
        Assert.Equal(IdentityErrors.RefreshTokenInvalid, (await world.Tokens.RefreshAsync(winner.Value.RefreshToken, Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Revoking_expiry_and_the_end_of_sessions_stop_it(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var revoked = (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value;
        Assert.True((await world.Tokens.RevokeAsync(revoked.RefreshToken, Token)).Succeeded);
        Assert.True((await world.Tokens.RevokeAsync("unknown", Token)).Succeeded);
        Assert.False((await world.Tokens.RefreshAsync(revoked.RefreshToken, Token)).Succeeded);
        var old = (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value;
        world.Clock.Advance(TimeSpan.FromDays(14));
        Assert.False((await world.Tokens.RefreshAsync(old.RefreshToken, Token)).Succeeded);
        var ended = (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value;
        world.ActAs(id);
        Assert.True((await world.Self.SignOutElsewhereAsync(Token)).Succeeded);
        world.ActAs(null);
        Assert.False((await world.Tokens.RefreshAsync(ended.RefreshToken, Token)).Succeeded);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_account_with_an_authenticator_needs_its_code(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var (secret, _) = await world.EnrolAsync(id);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(IdentityErrors.CodeRequired, (await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Error);
        Assert.Equal(IdentityErrors.SignInFailed, (await world.Tokens.IssueAsync(Email, "wrong", world.CodeOf(secret), Token)).Error);
        Assert.True((await world.Tokens.IssueAsync(Email, IdentityWorld.Password, world.CodeOf(secret), Token)).Succeeded);
    }

    [Fact]
    public async Task Another_node_finds_the_key_that_this_one_made()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var jwt = new JsonWebToken((await world.Tokens.IssueAsync(Email, IdentityWorld.Password, null, Token)).Value.AccessToken);
        using var other = world.NewKeys();
        Assert.Null(other.Find(jwt.Kid));
        await other.EnsureAsync(jwt.Kid, Token);
        Assert.Equal(world.Keys.Find(jwt.Kid), other.Find(jwt.Kid));
    }
}
