using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Benchmarks.Network;

/// <summary>One emulated router and the portal's own services that plan and apply, over an SQLite file; no job runs but the one that applies plans.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;
    private readonly LabNetwork _lab;
    private readonly ServiceProvider _services;

    private Workshop(DirectoryInfo directory, LabNetwork lab, ServiceProvider services) => (_directory, _lab, _services) = (directory, lab, services);

    public static Guid RouterId { get; } = Guid.CreateVersion7();

    public PortalContextSource Source => _services.GetRequiredService<PortalContextSource>();

    /// <summary>The router holds these lines, all of them online; <paramref name="tuning"/> says how slow it is.</summary>
    public static async Task<Workshop> StartAsync(IEnumerable<SampleSubscriber> subscribers, LabNetworkTuning tuning)
    {
        var directory = Directory.CreateTempSubdirectory("ispportal-bench-");
        var lab = new LabNetwork(TimeProvider.System, tuning: tuning);
        var router = lab.Add(new RouterSpec("RTR-BENCH-1", LabVersion.V718, Noise.SeedOf("RTR-BENCH-1")) { Subscribers = subscribers, Habits = ModemHabits.Steady });
        var workshop = new Workshop(directory, lab, await BenchServices.BuildAsync([new("Storage:DataDirectory", directory.FullName)]));
        await workshop.PrepareAsync(router);
        return workshop;
    }

    /// <summary>PPPoE lines of the sample ISP, <paramref name="count"/> of them.</summary>
    public static IEnumerable<SampleSubscriber> Lines(int count) =>
        SampleIsp.SubscribersOf(0, 2 * count).Where(s => s is { Kind: AccessKind.Pppoe, IsLatin1OnRouter: false }).Take(count);

    public Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull => _services.WithAsync(use);

    public async Task SetAsync(ProvisioningSettings settings)
    {
        var saved = await WithAsync<ISettings<ProvisioningSettings>, string?>(async stored =>
            (await stored.SaveAsync(settings, (await stored.ReadAsync(CancellationToken.None)).Value.Version, CancellationToken.None)).Error?.ToString());
        if (saved is not null)
        {
            throw new InvalidOperationException(saved);
        }
    }

    /// <summary>Reads the router as a comparison of the whole router does.</summary>
    public async Task<RouterContents> ReadAsync() => Value(await _services.GetRequiredService<IRouterContentsReader>().ReadAsync(
        RouterId,
        new RouterReading([RouterMenus.PppProfile, RouterMenus.PppSecret, RouterMenus.PppActive, RouterMenus.AddressList]) { AddressLists = ["isolir", "blocked"] },
        CancellationToken.None));

    /// <summary>Looks at or changes what the router holds, behind the portal's back.</summary>
    public void OnRouter(Action<RouterWorld> action)
    {
        var world = _lab.Routers[0].World;
        lock (world.Gate)
        {
            action(world);
        }
    }

    public async Task<IRouterOsClient> ClientAsync() => Value(await _services.GetRequiredService<RouterClients>().GetAsync(RouterId, CancellationToken.None));

    /// <summary>The value, or an end with the error's words.</summary>
    public static T Value<T>(Core.Common.Results.Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error.ToString());

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<PlanPump>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _lab.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private async Task PrepareAsync(EmulatedRouter router)
    {
        await using var context = Source.CreateForSystem("bench");
        context.Add(new Router
        {
            Id = RouterId,
            Name = router.Name,
            NameKey = Core.Network.Routers.Router.KeyOf(router.Name),
            Host = "127.0.0.1",
            Port = router.Port,
            AddressKey = Core.Network.Routers.Router.KeyOf("127.0.0.1", router.Port),
            Username = SampleRouter.PortalUser,
            Password = router.World.Spec.Password,
            Enabled = true,
            IsolirProvenAtUtc = DateTime.UnixEpoch,
            CreatedAtUtc = DateTime.UnixEpoch,
        });
        await context.SaveChangesAsync();
        await _services.GetRequiredService<PlanPump>().StartAsync(CancellationToken.None);
    }
}
