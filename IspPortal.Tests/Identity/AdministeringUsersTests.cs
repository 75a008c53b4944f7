using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Users;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Identity;

public sealed class AdministeringUsersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_last_administrator_can_neither_be_demoted_nor_switched_off(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var only = await world.AddUserAsync("one@isp.test", PortalRoles.Administrator);
        var noc = await world.AddUserAsync("noc@isp.test", PortalRoles.NocOperator);
        world.ActAs(noc, PortalRoles.Administrator);
        var version = (await world.ReadAsync(only)).Version;
        Assert.Equal(IdentityErrors.LastAdministrator, (await world.Editor.UpdateAsync(only, version, new("One", [PortalRoles.Auditor], null), Token)).Error);
        Assert.Equal(IdentityErrors.LastAdministrator, (await world.Editor.SetActiveAsync(only, false, Token)).Error);
        Assert.True((await world.Editor.UpdateAsync(noc, 1, new("Noc", [PortalRoles.Administrator], null), Token)).Succeeded);
        Assert.True((await world.Editor.SetActiveAsync(only, false, Token)).Succeeded);
        Assert.Equal(IdentityErrors.NotYourself, (await world.Editor.SetActiveAsync(noc, false, Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_administrators_who_demote_each_other_at_once_leave_one(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var a = await world.AddUserAsync("a@isp.test", PortalRoles.Administrator);
        var b = await world.AddUserAsync("b@isp.test", PortalRoles.Administrator);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var results = await Task.WhenAll(
            Task.Run(() => world.Editor.UpdateAsync(a, 1, new("A", [PortalRoles.Auditor], null), Token), Token),
            Task.Run(() => world.Editor.UpdateAsync(b, 1, new("B", [PortalRoles.Auditor], null), Token), Token));
        Assert.Single(results, result => result.Succeeded);
        Assert.Single(results, result => result.Error == IdentityErrors.LastAdministrator);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task New_roles_count_at_once_and_a_stale_version_is_refused(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Auditor, PortalRoles.Technician);
        var session = await world.SignInAsync("sari@isp.test");
        Assert.False((await world.Sessions.FindAsync(id, session.Stamp, Token))!.Actor.May("routers.write"));
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        Assert.True((await world.Editor.UpdateAsync(id, 1, new("Sari", [PortalRoles.NocOperator, PortalRoles.Technician], "id"), Token)).Succeeded);
        Assert.True((await world.Sessions.FindAsync(id, session.Stamp, Token))!.Actor.May("routers.write"));
        Assert.Equal(CommonErrors.VersionConflict, (await world.Editor.UpdateAsync(id, 1, new("Sari", [PortalRoles.Auditor], null), Token)).Error);
        Assert.Equal([PortalRoles.NocOperator, PortalRoles.Technician], (await world.Directory.GetAsync(id, Token)).Value.User.Roles);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Switching_off_ends_sessions_at_once(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await world.AddUserAsync("admin@isp.test", PortalRoles.Administrator);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        var session = await world.SignInAsync("sari@isp.test");
        Assert.NotNull(await world.Sessions.FindAsync(id, session.Stamp, Token));
        var told = new List<Guid>();
        using (world.Sessions.OnChanged(told.Add))
        {
            world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
            Assert.True((await world.Editor.SetActiveAsync(id, false, Token)).Succeeded);
        }

        Assert.Equal([id], told);
        Assert.Null(await world.Sessions.FindAsync(id, session.Stamp, Token));
        Assert.True((await world.Editor.SetActiveAsync(id, true, Token)).Succeeded);
        Assert.Null(await world.Sessions.FindAsync(id, session.Stamp, Token));
    }

    [Fact]
    public async Task What_another_node_changed_counts_within_half_a_minute()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        await world.AddUserAsync("admin@isp.test", PortalRoles.Administrator);
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        var session = await world.SignInAsync("sari@isp.test");
        Assert.NotNull(await world.Sessions.FindAsync(id, session.Stamp, Token));
        await using (var context = await world.Contexts.CreateDbContextAsync(Token))
        {
            (await context.Users.FindAsync([id], Token))!.IsActive = false;
            await context.SaveChangesAsync(Token);
        }

        Assert.NotNull(await world.Sessions.FindAsync(id, session.Stamp, Token));
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await world.Sessions.FindAsync(id, session.Stamp, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_list_filters_searches_sorts_and_pages(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await world.AddUserAsync("admin@isp.test", PortalRoles.Administrator);
        var noc = await world.AddUserAsync("noc@isp.test", PortalRoles.NocOperator);
        await world.AddUserAsync("tech@isp.test", PortalRoles.Technician, PortalRoles.Collector);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        await world.Editor.InviteAsync(new("rene@isp.test", "René Élan", [PortalRoles.Collector]), Token);
        await world.Editor.SetActiveAsync(noc, false, Token);
        Assert.Equal(["admin@isp.test", "noc@isp.test", "rene@isp.test", "tech@isp.test"], await EmailsAsync(new(), new(Sort: "email")));
        Assert.Equal(["tech@isp.test", "rene@isp.test"], await EmailsAsync(new(Role: PortalRoles.Collector), new(Sort: "email", Descending: true)));
        Assert.Equal(["noc@isp.test"], await EmailsAsync(new(State: UserState.Deactivated), new()));
        Assert.Equal(["rene@isp.test"], await EmailsAsync(new(State: UserState.Invited), new()));
        Assert.Equal(["admin@isp.test", "tech@isp.test"], await EmailsAsync(new(State: UserState.Active), new()));
        Assert.Equal(["rene@isp.test"], await EmailsAsync(new(), new(Search: "RENE el")));
        Assert.Empty(await EmailsAsync(new(), new(Search: "%")));
        foreach (var sort in new[] { "name", "email", "state", "lastSignIn", "created", "nonsense" })
        {
            Assert.Equal(4, (await EmailsAsync(new(), new(Sort: sort))).Length);
        }

        var second = (await world.Directory.ListAsync(new(), new(2, 3, null, "email"), Token)).Value;
        Assert.Equal((4L, "tech@isp.test"), (second.TotalCount, Assert.Single(second.Items).Email));

        async Task<string[]> EmailsAsync(UserFilter filter, PageRequest page) => [.. (await world.Directory.ListAsync(filter, page, Token)).Value.Items.Select(row => row.Email)];
    }

    [Fact]
    public async Task A_locked_person_shows_as_locked_and_can_be_unlocked()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        for (var i = 0; i < 5; i++)
        {
            await world.SignIn.WithPasswordAsync("sari@isp.test", "wrong", Token);
        }

        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        Assert.Equal(UserState.Locked, (await world.Directory.GetAsync(id, Token)).Value.User.State);
        Assert.True((await world.Editor.UnlockAsync(id, Token)).Succeeded);
        world.ActAs(null);
        await world.SignInAsync("sari@isp.test");
    }

    [Fact]
    public async Task A_bad_invite_names_every_field_and_a_taken_email_is_refused()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        var error = (await world.Editor.InviteAsync(new("no at", " ", ["Root"], "xx"), Token)).Error!;
        Assert.Equal(["email", "name", "roles", "culture"], error.Fields.Select(field => field.Field));
        Assert.Equal("identity.email_taken", (await world.Editor.InviteAsync(new("SARI@isp.test", "S", [PortalRoles.Auditor]), Token)).Error!.Code);
    }

    [Fact]
    public async Task Every_method_of_directory_and_editor_denies_without_its_permission()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        var id = await world.AddUserAsync("sari@isp.test", PortalRoles.Technician);
        var calls = new Dictionary<string, Func<Task<Error?>>>(StringComparer.Ordinal)
        {
            [nameof(IUserDirectory.ListAsync)] = async () => (await world.Directory.ListAsync(new(), new(), Token)).Error,
            [nameof(IUserDirectory.GetAsync)] = async () => (await world.Directory.GetAsync(id, Token)).Error,
            [nameof(IUserEditor.InviteAsync)] = async () => (await world.Editor.InviteAsync(new("x@isp.test", "X", [PortalRoles.Auditor]), Token)).Error,
            [nameof(IUserEditor.UpdateAsync)] = async () => (await world.Editor.UpdateAsync(id, 1, new("X", [PortalRoles.Auditor], null), Token)).Error,
            [nameof(IUserEditor.SetActiveAsync)] = async () => (await world.Editor.SetActiveAsync(id, false, Token)).Error,
            [nameof(IUserEditor.IssueLinkAsync)] = async () => (await world.Editor.IssueLinkAsync(id, Token)).Error,
            [nameof(IUserEditor.UnlockAsync)] = async () => (await world.Editor.UnlockAsync(id, Token)).Error,
            [nameof(IUserEditor.ResetTotpAsync)] = async () => (await world.Editor.ResetTotpAsync(id, Token)).Error,
            [nameof(IUserEditor.SignOutEverywhereAsync)] = async () => (await world.Editor.SignOutEverywhereAsync(id, Token)).Error,
        };
        var methods = typeof(IUserDirectory).GetMethods().Concat(typeof(IUserEditor).GetMethods()).Select(method => method.Name);
        Assert.Equal(methods.Order(StringComparer.Ordinal), calls.Keys.Order(StringComparer.Ordinal));
        foreach (var (method, call) in calls)
        {
            world.ActAs(null);
            Assert.True(await call() == IdentityErrors.SignInRequired, method);
            world.ActAs(id, PortalRoles.NocOperator);
            Assert.True((await call())?.Code == "identity.forbidden", method);
        }
    }
}
