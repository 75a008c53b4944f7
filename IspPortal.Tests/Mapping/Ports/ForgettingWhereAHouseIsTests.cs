using System.Text.Json;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Ports;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Mapping.Ports;

/// <summary>Where a house is tells of a person: it is in their export, and goes with them while the fibre stays.</summary>
public sealed class ForgettingWhereAHouseIsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_erased_persons_house_is_where_its_ODP_is_and_its_fibre_as_long_as_it_was(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        rig.Scene.Customers.DataParts.Add(new SubscriptionDataPart(rig.Scene.Clock));
        rig.Scene.Customers.DataParts.Add(new DropDataPart());
        var (budi, account) = await rig.Scene.CustomerAsync();
        var (_, others) = await rig.Scene.CustomerAsync("Siti Aminah", "081234567891");
        var plan = await rig.Scene.PlanAsync();
        var (alone, shared, sitis) = (await rig.Scene.SellAsync(rig.Scene.Wish(account, plan)), await rig.Scene.SellAsync(rig.Scene.Wish(account, plan)), await rig.Scene.SellAsync(rig.Scene.Wish(others, plan)));
        var house = rig.Plant.Connect(0, 1, "ZTEG00000001", alone.AccessId);
        var kos = rig.Plant.Connect(0, 2, "ZTEG00000002", shared.AccessId, sitis.AccessId);
        await rig.DrawAsync();

        using (var export = JsonDocument.Parse((await rig.Scene.Customers.Privacy().ExportAsync(budi, Token)).Value.Json))
        {
            var held = export.RootElement.GetProperty("drops");
            Assert.Equal(2, held.GetArrayLength());
            Assert.Equal(("ODP-1", 1, house.Latitude, "ZTEG00000001"), (held[0].GetProperty("odp").GetString(), held[0].GetProperty("port").GetInt32(), held[0].GetProperty("latitude").GetDouble(), held[0].GetProperty("ontSerial").GetString()));
        }

        foreach (var line in new[] { alone, shared })
        {
            await rig.Scene.DoAsync(line.Id, version => rig.Scene.Lifecycle.TerminateAsync(line.Id, version, null, "Pindah", Token));
        }

        var erased = await rig.Scene.Customers.Privacy().EraseAsync(budi, "diminta", Token);
        Assert.True(erased.Succeeded, CustomersRig.Told(erased.Error));

        await using var context = rig.Scene.Database.Open();
        var drops = await context.Set<Drop>().OrderBy(d => d.Port).ToListAsync(Token);
        var odp = rig.Plant.Odps[0];
        Assert.Equal((odp.Latitude, odp.Longitude, 40.0, "ZTEG00000001"), (drops[0].Latitude, drops[0].Longitude, drops[0].MeasuredMetres, drops[0].OntSerial));
        Assert.Equal((kos.Latitude, kos.Longitude, null), (drops[1].Latitude, drops[1].Longitude, drops[1].MeasuredMetres));
        Assert.Equal(3, await context.Set<DropLine>().CountAsync(Token));

        // The atlas of every node sees it.
        Assert.Equal(2, await context.Set<PlantRevision>().Select(r => r.Number).SingleAsync(Token));
        Assert.Equal(40, (await rig.PortsAsync(0))[0].Drop!.MeasuredMetres);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_house_whose_last_lines_ended_is_forgotten_whoever_of_them_asks(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        rig.Scene.Customers.DataParts.Add(new DropDataPart());
        var (budi, account) = await rig.Scene.CustomerAsync();
        var (_, others) = await rig.Scene.CustomerAsync("Siti Aminah", "081234567891");
        var plan = await rig.Scene.PlanAsync();
        var (his, hers) = (await rig.Scene.SellAsync(rig.Scene.Wish(account, plan)), await rig.Scene.SellAsync(rig.Scene.Wish(others, plan)));
        rig.Plant.Connect(1, 5, null, his.AccessId, hers.AccessId);
        await rig.DrawAsync();
        foreach (var line in new[] { his, hers })
        {
            await rig.Scene.DoAsync(line.Id, version => rig.Scene.Lifecycle.TerminateAsync(line.Id, version, null, "Pindah", Token));
        }

        Assert.True((await rig.Scene.Customers.Privacy().EraseAsync(budi, "diminta", Token)).Succeeded);

        await using var context = rig.Scene.Database.Open();
        var drop = await context.Set<Drop>().SingleAsync(Token);
        Assert.Equal((rig.Plant.Odps[1].Latitude, rig.Plant.Odps[1].Longitude), (drop.Latitude, drop.Longitude));
    }
}
