using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Identity;

public sealed class SigningInTests
{
    private const string Email = "sari@isp.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_right_password_gives_a_session_and_is_audited(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var session = await world.SignInAsync(" SARI@isp.test ");
        Assert.Equal((id, Email), (session.UserId, session.Email));
        var user = await world.ReadAsync(id);
        Assert.Equal(("10.0.0.9", world.Clock.GetUtcNow().UtcDateTime), (user.LastSignInAddress, user.LastSignInAtUtc));
        Assert.Equal([IdentityAudit.SignedIn], await world.ActionsAsync());
        var snapshot = await world.Sessions.FindAsync(id, session.Stamp, Token);
        Assert.NotNull(snapshot);
        Assert.True(snapshot.Actor.May("routers.write"));
        Assert.False(snapshot.Actor.May("users.write"));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Five_wrong_passwords_lock_for_fifteen_minutes(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        for (var i = 0; i < AccountTries.Allowed; i++)
        {
            Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithPasswordAsync(Email, "wrong wrong", Token)).Error);
        }

        Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithPasswordAsync(Email, IdentityWorld.Password, Token)).Error);
        string[] expected = [IdentityAudit.LockedOut, .. Enumerable.Repeat(IdentityAudit.SignInFailed, 6)];
        Assert.Equal(expected, (await world.ActionsAsync()).Order(StringComparer.Ordinal));
        world.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithPasswordAsync(Email, IdentityWorld.Password, Token)).Error);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SignInAsync(Email);
        Assert.Equal((0, (DateTime?)null), ((await world.ReadAsync(id)).AccessFailedCount, (await world.ReadAsync(id)).LockedUntilAtUtc));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task After_the_wait_there_are_five_tries_again(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await world.AddUserAsync(Email, PortalRoles.NocOperator);
        for (var i = 0; i < AccountTries.Allowed; i++)
        {
            await world.SignIn.WithPasswordAsync(Email, "wrong wrong", Token);
        }

        world.Clock.Advance(AccountTries.LockFor);
        for (var i = 0; i < AccountTries.Allowed - 1; i++)
        {
            await world.SignIn.WithPasswordAsync(Email, "wrong wrong", Token);
        }

        await world.SignInAsync(Email);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Guesses_at_the_same_moment_are_all_counted(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            await using var own = await world.Contexts.CreateDbContextAsync(Token);
            return await AccountTries.TakeAsync(own, world.Clock, id, Token);
        }));
        Assert.Equal(AccountTries.Allowed, taken.Count(one => one));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Nobody_learns_which_accounts_exist(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var gone = await world.AddUserAsync("gone@isp.test", PortalRoles.Auditor);
        await world.AddUserAsync("admin@isp.test", PortalRoles.Administrator);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        Assert.True((await world.Editor.SetActiveAsync(gone, false, Token)).Succeeded);
        Assert.True((await world.Editor.InviteAsync(new("new@isp.test", "New", [PortalRoles.Auditor]), Token)).Succeeded);
        world.ActAs(null);
        foreach (var (email, password) in new[] { ("nobody@isp.test", "x"), ("gone@isp.test", IdentityWorld.Password), ("new@isp.test", ""), ("admin@isp.test", "wrong"), ("", "") })
        {
            Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithPasswordAsync(email, password, Token)).Error);
        }
    }

    [Fact]
    public async Task An_address_that_keeps_failing_must_wait_and_so_must_an_email()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite", new IdentitySettings { FailuresPerAddress = 4, FailuresPerEmail = 2 });
        await world.AddUserAsync(Email, PortalRoles.NocOperator);
        foreach (var email in new[] { "a@x.test", "a@x.test" })
        {
            Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithPasswordAsync(email, "wrong", Token)).Error);
        }

        Assert.Equal(IdentityErrors.TooManyAttempts, (await world.SignIn.WithPasswordAsync("a@x.test", "wrong", Token)).Error);
        await world.SignIn.WithPasswordAsync("b@x.test", "wrong", Token);
        await world.SignIn.WithPasswordAsync("c@x.test", "wrong", Token);
        Assert.Equal(IdentityErrors.TooManyAttempts, (await world.SignIn.WithPasswordAsync(Email, IdentityWorld.Password, Token)).Error);
        world.Current.Enter(Actor.Anonymous with { Address = "10.0.0.10" });
        await world.SignInAsync(Email);
        world.ActAs(null);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.SignInAsync(Email);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task With_an_authenticator_the_password_is_only_half(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var (secret, recovery) = await world.EnrolAsync(id);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = await world.SignIn.WithPasswordAsync(Email, IdentityWorld.Password, Token);
        Assert.Null(first.Value.Session);
        var pending = first.Value.Pending!;
        Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithCodeAsync(pending, "000000", Token)).Error);
        var code = world.CodeOf(secret);
        Assert.True((await world.SignIn.WithCodeAsync(pending, code, Token)).Succeeded);
        Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithCodeAsync(pending, code, Token)).Error);
        Assert.Equal(SecondFactor.RecoveryCodeCount, recovery.Count);
        Assert.True((await world.SignIn.WithCodeAsync(pending, recovery[3].ToLowerInvariant(), Token)).Succeeded);
        Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithCodeAsync(pending, recovery[3], Token)).Error);
        Assert.Equal(IdentityErrors.SecondStepExpired, (await world.SignIn.WithCodeAsync(pending with { Stamp = "other" }, recovery[4], Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Wrong_codes_lock_too_and_a_right_password_does_not_free_them(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync(Email, PortalRoles.NocOperator);
        var (secret, _) = await world.EnrolAsync(id);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < AccountTries.Allowed; i++)
        {
            var pending = (await world.SignIn.WithPasswordAsync(Email, IdentityWorld.Password, Token)).Value.Pending!;
            Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithCodeAsync(pending, "000000", Token)).Error);
        }

        Assert.Equal(IdentityErrors.SignInFailed, (await world.SignIn.WithPasswordAsync(Email, IdentityWorld.Password, Token)).Error);
        world.Clock.Advance(AccountTries.LockFor);
        var again = (await world.SignIn.WithPasswordAsync(Email, IdentityWorld.Password, Token)).Value.Pending!;
        Assert.True((await world.SignIn.WithCodeAsync(again, world.CodeOf(secret), Token)).Succeeded);
    }
}
