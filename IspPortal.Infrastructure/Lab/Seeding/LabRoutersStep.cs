using IspPortal.Core.Common.Time;
using IspPortal.Core.Lab;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Registers the sample ISP's routers, and the accounts of small profiles, under fixed ids. What is there already stays as people left it.</summary>
internal sealed class LabRoutersStep(LabOptions options, SampleIsp sample, ILabControl lab, PortalContextSource source, TimeProvider clock) : IHostedService
{
    /// <summary>Larger profiles discover their accounts by polling.</summary>
    public const int MostLines = 2_000;

    /// <summary>A little more than the busiest of them needs in the evening.</summary>
    private const int UplinkMegabits = 500;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var router in sample.Routers)
        {
            await SeedAsync(router, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(SampleRouter router, CancellationToken cancellationToken)
    {
        var id = LabLines.RouterId(router.Index);
        var port = PortOf(router);
        var address = Router.KeyOf(router.Host, port);
        var name = Router.KeyOf(router.Name);
        await using var context = source.CreateForSystem("lab-routers");
        var there = await context.Set<Router>().IgnoreQueryFilters()
            .FirstOrDefaultAsync(r => r.Id == id || r.NameKey == name || r.AddressKey == address, cancellationToken);
        if (there is not null)
        {
            // A free port is another one at every start; a fixed one stays as people left it.
            if (router.Port == 0 && there.Id == id)
            {
                (there.Port, there.AddressKey) = (port, address);
            }

            // The lab was started with another password, which its routers have taken.
            if (there.Id == id && there.AddressKey == address && there.Username == SampleRouter.PortalUser)
            {
                there.Password = options.Password;
            }

            await context.SaveChangesAsync(cancellationToken);
            return;
        }

        var now = clock.UtcNow();
        context.Add(new Router
        {
            Id = id,
            Name = router.Name,
            NameKey = name,
            Host = router.Host,
            Port = port,
            AddressKey = address,
            Username = SampleRouter.PortalUser,
            Password = options.Password,
            Site = router.Site.Town,
            Latitude = router.Latitude,
            Longitude = router.Longitude,
            CapacityMegabits = UplinkMegabits,
            Enabled = true,
            CreatedAtUtc = now,
        });
        if (sample.Routers.Count * sample.Profile.SubscribersPerRouter <= MostLines)
        {
            context.AddRange(sample.SubscribersOf(router.Index).Select(line => new AccessAccount
            {
                Id = LabLines.AccessId(line.Index),
                RouterId = id,
                Service = LabLines.ServiceOf(line),
                Username = line.Username,
                SearchKey = AccessAccount.SearchKeyOf(line.Username, null),
                FirstSeenAtUtc = line.InstalledOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            }));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private int PortOf(SampleRouter router) => router.Port > 0
        ? router.Port
        : lab.Routers().First(running => running.Name == router.Name).Port;
}
