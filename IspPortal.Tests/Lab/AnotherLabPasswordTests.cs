using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Lab;

/// <summary>A lab that is started again with another <c>Lab:Password</c>.</summary>
public sealed class AnotherLabPasswordTests
{
    private const string Before = "Lab-2026!";
    private const string After = "Another-2027!";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Routers_take_it_except_for_users_whose_password_somebody_changed()
    {
        var folder = Directory.CreateTempSubdirectory("lab-").FullName;
        try
        {
            await using (var network = Start(folder, Before))
            {
                await using var client = await RawClient.LoginAsync(network.Routers[0].Port);
                var reader = Assert.Single(await client.RowsAsync("/user/print", "?name=reader"));
                await client.CallAsync("/user/set", $"=.id={reader.Value(".id")}", "=password=own");
            }

            await using (var network = Start(folder, After))
            {
                await using var portal = await RawClient.LoginAsync(network.Routers[0].Port, password: After);
                await using var reader = await RawClient.LoginAsync(network.Routers[0].Port, "reader", "own");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_portal_signs_in_to_its_labs_routers_with_it()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var options = new LabOptions { Enabled = true, Password = Before };
        await new LabRoutersStep(options, new SampleIsp(options), new LabControl(), database.Source, TimeProvider.System).StartAsync(Token);
        await using (var context = database.Open())
        {
            var foreign = await context.Set<Router>().OrderBy(router => router.Id).FirstAsync(Token);
            (foreign.Username, foreign.Password) = ("me", "mine");
            await context.SaveChangesAsync(Token);
        }

        options.Password = After;
        await new LabRoutersStep(options, new SampleIsp(options), new LabControl(), database.Source, TimeProvider.System).StartAsync(Token);

        await using var after = database.Open();
        var passwords = await after.Set<Router>().OrderBy(router => router.Id).Select(router => router.Password).ToListAsync(Token);
        Assert.Equal(["mine", .. Enumerable.Repeat(After, passwords.Count - 1)], passwords);
    }

    private static LabNetwork Start(string folder, string password)
    {
        var network = new LabNetwork(TimeProvider.System, folder);
        network.Add(new("RTR-TEST-1", LabVersion.Find("7.18"), 1) { Password = password });
        return network;
    }
}
