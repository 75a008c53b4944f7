using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Registers the sample ISP's routers, and the accounts of small profiles, under fixed ids. What is there already stays as people left it.</summary>
internal sealed class LabRoutersStep(LabOptions options, SampleIsp sample, PortalContextSource source, TimeProvider clock) : IHostedService
{
    /// <summary>Larger profiles discover their accounts by polling.</summary>
    public const int MostLines = 2_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Any free port is not known before the router runs.
        foreach (var router in sample.Routers.Where(r => r.Port > 0))
        {
            await SeedAsync(router, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(SampleRouter router, CancellationToken cancellationToken)
    {
        var id = LabLines.RouterId(router.Index);
        var address = Router.KeyOf(router.Host, router.Port);
        var name = Router.KeyOf(router.Name);
        await using var context = source.CreateForSystem("lab-routers");
        if (await context.Set<Router>().AnyAsync(r => r.Id == id || r.NameKey == name || r.AddressKey == address, cancellationToken))
        {
            return;
        }

        var now = clock.UtcNow();
        context.Add(new Router
        {
            Id = id,
            Name = router.Name,
            NameKey = name,
            Host = router.Host,
            Port = router.Port,
            AddressKey = address,
            Username = SampleRouter.PortalUser,
            Password = options.Password,
            Site = router.Site.Town,
            Latitude = router.Latitude,
            Longitude = router.Longitude,
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
}
