using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Accounts;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Identity;

public sealed class OwnAccountTests
{
    private const string NewPassword = "hujan turun di bogor";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_new_password_ends_other_sessions_and_gives_one_to_go_on(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        var before = await world.SignInAsync("sari@isp.test");
        world.ActAs(id, PortalRoles.Technician);
        Assert.Equal("identity.current_password_wrong", (await world.Self.ChangePasswordAsync("wrong", NewPassword, Token)).Error!.Code);
        Assert.Equal("identity.password_guessable", (await world.Self.ChangePasswordAsync(IdentityWorld.Password, "password1234", Token)).Error!.Fields[0].Code);
        var after = (await world.Self.ChangePasswordAsync(IdentityWorld.Password, NewPassword, Token)).Value;
        Assert.Null(await world.Sessions.FindAsync(id, before.Stamp, Token));
        Assert.NotNull(await world.Sessions.FindAsync(id, after.Stamp, Token));
    }

    [Fact]
    public async Task A_stolen_session_cannot_try_passwords_for_ever()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        world.ActAs(id, PortalRoles.Technician);
        for (var i = 0; i < 5; i++)
        {
            Assert.False((await world.Self.ChangePasswordAsync("wrong", NewPassword, Token)).Succeeded);
        }

        Assert.False((await world.Self.ChangePasswordAsync(IdentityWorld.Password, NewPassword, Token)).Succeeded);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_authenticator_is_used_after_its_first_code_and_removed_with_the_password(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        world.ActAs(id, PortalRoles.Technician);
        Assert.Equal(IdentityErrors.TotpNotOn, (await world.Self.ConfirmTotpAsync("000000", Token)).Error);
        var enrolment = (await world.Self.StartTotpAsync(Token)).Value;
        Assert.Equal(enrolment, (await world.Self.StartTotpAsync(Token)).Value);
        Assert.Contains("secret=" + enrolment.Secret, enrolment.Uri, StringComparison.Ordinal);
        Assert.Equal("identity.code_wrong", (await world.Self.ConfirmTotpAsync("000000", Token)).Error!.Code);
        Assert.False((await world.ReadAsync(id)).TwoFactorEnabled);
        var secret = Convert.FromBase64String((await world.ReadAsync(id)).TotpSecret!);
        Assert.Equal(10, (await world.Self.ConfirmTotpAsync(world.CodeOf(secret), Token)).Value.Count);
        Assert.Equal(IdentityErrors.TotpAlreadyOn, (await world.Self.StartTotpAsync(Token)).Error);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(10, (await world.Self.RenewRecoveryCodesAsync(world.CodeOf(secret), Token)).Value.Count);
        Assert.Equal(10, (await world.Self.GetAsync(Token)).Value.RecoveryCodesLeft);
        Assert.False((await world.Self.DisableTotpAsync("wrong", Token)).Succeeded);
        Assert.True((await world.Self.DisableTotpAsync(IdentityWorld.Password, Token)).Succeeded);
        world.ActAs(null);
        await world.SignInAsync("sari@isp.test");
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Name_language_and_theme_are_kept(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        world.ActAs(id, PortalRoles.Technician);
        Assert.True((await world.Self.SaveAsync(new SaveProfileRequest(" Sari Dewi ", "id", "dark"), Token)).Succeeded);
        var profile = (await world.Self.GetAsync(Token)).Value;
        Assert.Equal(("Sari Dewi", "id", "dark"), (profile.Name, profile.Culture, profile.Theme));
        Assert.Equal(["name", "culture", "theme"], (await world.Self.SaveAsync(new SaveProfileRequest("", "fr", "pink"), Token)).Error!.Fields.Select(field => field.Field));
        Assert.Equal("Sari Dewi", (await world.SignInAsync("sari@isp.test")).Name);
    }

    [Fact]
    public async Task Nobody_has_no_account()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        Assert.Equal(IdentityErrors.SignInRequired, (await world.Self.GetAsync(Token)).Error);
        Assert.Equal(IdentityErrors.SignInRequired, (await world.Self.StartTotpAsync(Token)).Error);
    }
}
