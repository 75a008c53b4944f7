using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Identity;

public sealed class LabAccountsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task They_are_made_once_with_the_password_of_the_lab(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        await Lab(world, new LabOptions { Enabled = true }).StartAsync(Token);
        await Lab(world, new LabOptions { Enabled = true }).StartAsync(Token);
        world.ActAs(Guid.CreateVersion7(), PortalRoles.Administrator);
        Assert.Equal(LabAccounts.Emails.Order(StringComparer.Ordinal), (await world.Directory.ListAsync(new(), new(Sort: "email"), Token)).Value.Items.Select(row => row.Email));
        world.ActAs(null);
        Assert.True((await world.SignIn.WithPasswordAsync("admin@lab.test", "Lab-2026!", Token)).Succeeded);
        await Lab(world, new LabOptions { Enabled = true, Password = "another one" }).StartAsync(Token);
        Assert.True((await world.SignIn.WithPasswordAsync("noc@lab.test", "another one", Token)).Succeeded);
    }

    [Fact]
    public async Task A_start_outside_the_lab_is_refused_with_them_and_only_with_them()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite");
        await world.AddUserAsync("sari@isp.test", PortalRoles.Administrator);
        await Lab(world, new LabOptions()).StartAsync(Token);
        await Lab(world, new LabOptions { Enabled = true }).StartAsync(Token);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => Lab(world, new LabOptions()).StartAsync(Token));
        Assert.Contains("@lab.test", refusal.Message, StringComparison.Ordinal);
    }

    private static LabAccounts Lab(IdentityWorld world, LabOptions options) => new(options, world.Source, world.Passwords, world.Sessions, world.Clock);
}
