using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Seeding.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Draws the sample ISP's fibre plant, once, under fixed ids: a POP with an OLT at every router, cabinets, closures and ODPs on the way to its lines, and the radio link to the last POP.</summary>
internal sealed class LabPlantStep(SampleIsp sample, PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const string By = "lab-plant";
    private const int LinkMegabits = 2_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (sample.Routers.Count * sample.Profile.SubscribersPerRouter > LabRoutersStep.MostLines)
        {
            return;
        }

        await using var context = source.CreateForSystem(By);
        if (await context.Set<PlantRevision>().AnyAsync(cancellationToken) || await context.Set<PlantNode>().AnyAsync(cancellationToken))
        {
            return;
        }

        var routers = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null).Select(r => r.Id).ToListAsync(cancellationToken);
        var accounts = (await context.Set<AccessAccount>().AsNoTracking().Where(a => a.Service != AccessService.Hotspot).Select(a => a.Id).ToListAsync(cancellationToken)).ToHashSet();
        var serials = await context.Set<Device>().AsNoTracking().Where(d => d.Place == DevicePlace.Customer).Select(d => new { d.Id, d.Serial }).ToDictionaryAsync(d => d.Id, d => d.Serial, cancellationToken);
        var drawn = new DrawnPlant(clock);
        var pops = new List<PlantNode>();
        foreach (var router in sample.Routers.Where(r => routers.Contains(LabLines.RouterId(r.Index))))
        {
            pops.Add(new TownPlant(drawn, router).Draw(
                [.. sample.SubscribersOf(router.Index).Where(line => accounts.Contains(LabLines.AccessId(line.Index)))],
                line => serials.GetValueOrDefault(LabInventoryStep.DeviceId(line.Index))));
        }

        if (pops.Count > 1)
        {
            drawn.Link($"{pops[0].Name} – {pops[^1].Name}", pops[0], pops[^1], LinkMegabits);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Nodes, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Cables, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Splitters, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Joints, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Ends, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Links, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Routers, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Drops, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Ports, cancellationToken);
        await context.InsertSampleRowsAsync(drawn.Lines, cancellationToken);
        await context.InsertSampleRowsAsync([new PlantRevision { Id = PlantRevision.TheOne, Number = 1 }], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
