using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Links;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Identity;

public sealed class LinksTests
{
    private const string NewPassword = "hujan turun di bogor";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_invited_person_chooses_a_password_once(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var issued = (await world.Editor.InviteAsync(new("Budi@isp.test", "Budi", [PortalRoles.Technician], "id"), Token)).Value;
        Assert.Equal(LinkPurpose.Invite, issued.Purpose);
        Assert.Equal(world.Clock.GetUtcNow().UtcDateTime.AddHours(72), issued.ExpiresAtUtc);
        world.ActAs(null);
        var token = TokenOf(issued);
        Assert.Equal("Budi@isp.test", (await world.Links.PreviewAsync(token, Token)).Value.Email);
        Assert.Equal("identity.password_too_short", (await world.Links.ChoosePasswordAsync(token, "short", Token)).Error!.Fields[0].Code);
        var outcome = await world.Links.ChoosePasswordAsync(token, NewPassword, Token);
        Assert.NotNull(outcome.Value.Session);
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.ChoosePasswordAsync(token, NewPassword, Token)).Error);
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.PreviewAsync(token, Token)).Error);
        Assert.True((await world.SignIn.WithPasswordAsync("budi@isp.test", NewPassword, Token)).Succeeded);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_reset_link_ends_sessions_lives_a_day_and_gives_way_to_the_next(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        var session = await world.SignInAsync("sari@isp.test");
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var first = (await world.Editor.IssueLinkAsync(id, Token)).Value;
        var second = (await world.Editor.IssueLinkAsync(id, Token)).Value;
        Assert.Equal((LinkPurpose.Reset, world.Clock.GetUtcNow().UtcDateTime.AddHours(24)), (second.Purpose, second.ExpiresAtUtc));
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.PreviewAsync(TokenOf(first), Token)).Error);
        world.ActAs(null);
        Assert.NotNull(await world.Sessions.FindAsync(id, session.Stamp, Token));
        Assert.True((await world.Links.ChoosePasswordAsync(TokenOf(second), NewPassword, Token)).Succeeded);
        Assert.Null(await world.Sessions.FindAsync(id, session.Stamp, Token));
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var third = (await world.Editor.IssueLinkAsync(id, Token)).Value;
        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.ChoosePasswordAsync(TokenOf(third), NewPassword, Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_reset_leaves_the_authenticator(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        var (secret, _) = await world.EnrolAsync(id);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var link = (await world.Editor.IssueLinkAsync(id, Token)).Value;
        world.ActAs(null);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = (await world.Links.ChoosePasswordAsync(TokenOf(link), NewPassword, Token)).Value;
        Assert.Null(outcome.Session);
        Assert.True((await world.SignIn.WithCodeAsync(outcome.Pending!, world.CodeOf(secret), Token)).Succeeded);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_eight_who_open_the_set_up_link_at_once_one_becomes_administrator(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var link = (await world.SetUp.IssueIfNeededAsync(Token))!;
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => world.Links.SetUpAsync(TokenOf(link), new SetUpRequest($"admin{i}@isp.test", $"Admin {i}", NewPassword), Token), Token)));
        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal(IdentityErrors.LinkInvalid, result.Error));
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var users = (await world.Directory.ListAsync(new(), new(), Token)).Value;
        Assert.Equal([PortalRoles.Administrator], Assert.Single(users.Items).Roles);
        Assert.Null(await world.SetUp.IssueIfNeededAsync(Token));
    }

    [Fact]
    public async Task A_set_up_link_expires_is_replaced_and_no_other_link_does_its_work()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        var first = (await world.SetUp.IssueIfNeededAsync(Token))!;
        var second = (await world.SetUp.IssueIfNeededAsync(Token))!;
        var request = new SetUpRequest("admin@isp.test", "Admin", NewPassword);
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.SetUpAsync(TokenOf(first), request, Token)).Error);
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.ChoosePasswordAsync(TokenOf(second), NewPassword, Token)).Error);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var invite = (await world.Editor.InviteAsync(new("x@isp.test", "X", [PortalRoles.Auditor]), Token)).Value;
        world.ActAs(null);
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.SetUpAsync(TokenOf(invite), request, Token)).Error);
        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(IdentityErrors.LinkInvalid, (await world.Links.SetUpAsync(TokenOf(second), request, Token)).Error);
    }

    private static string TokenOf(IssuedLink link) => link.Path.Split("token=")[1];
}
