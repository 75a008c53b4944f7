using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Lab;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Lab.Wire;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Lab;

internal sealed class LabFibre(LabControl lab, PlantAtlas atlas, IDbContextFactory<PortalDbContext> contexts, LabCuts cuts, ICurrentActor actor, TimeProvider clock) : ILabFibre
{
    public IReadOnlyList<LabCut> Cuts() => cuts.All;

    public async Task<Result<int>> CutAsync(string name, CancellationToken cancellationToken)
    {
        if (actor.Deny(LabPermissions.LabWrite) is { } denied)
        {
            return denied;
        }

        if (lab.Network is null)
        {
            return LabErrors.NotRunning;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        var key = PlantNode.KeyOf(name);
        var id = plant.Nodes.Values.FirstOrDefault(n => n.NameKey == key)?.Id ?? plant.Cables.Values.FirstOrDefault(c => PlantNode.KeyOf(c.Name) == key)?.Id;
        if (id is not { } element)
        {
            return LabErrors.NoSuchPlant(name);
        }

        var lines = plant.FiberDrops.Values.Where(d => plant.Fiber.Trace(d).Steps.Any(s => s.ElementId == element || s.NodeId == element)).SelectMany(d => d.Accesses).ToHashSet();
        var users = await UsersAsync(lines, cancellationToken);
        var dark = Switch(users, isLit: false);
        cuts.Add(new LabCut(name.Trim(), dark, clock.UtcNow()), users);
        return dark;
    }

    public Task<Result<int>> MendAsync(string name, CancellationToken cancellationToken)
    {
        if (actor.Deny(LabPermissions.LabWrite) is { } denied)
        {
            return Task.FromResult<Result<int>>(denied);
        }

        return Task.FromResult<Result<int>>(cuts.Take(name.Trim()) is { } users ? Switch(users, isLit: true) : LabErrors.NoSuchCut(name));
    }

    private int Switch(IReadOnlyList<(string Router, IReadOnlySet<string> Users)> users, bool isLit) => users.Sum(some =>
        lab.Network?.Find(some.Router) is { } router ? LabControl.Within(router, world => world.Access.SetLight(some.Users.Contains, isLit)) : 0);

    private async Task<IReadOnlyList<(string Router, IReadOnlySet<string> Users)>> UsersAsync(HashSet<Guid> lines, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context.Set<Router>().AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        var found = new List<(Guid RouterId, string Username)>();
        foreach (var some in lines.Chunk(500))
        {
            found.AddRange((await context.Set<AccessAccount>().AsNoTracking().Where(a => some.Contains(a.Id)).Select(a => new { a.RouterId, a.Username }).ToListAsync(cancellationToken)).Select(a => (a.RouterId, a.Username)));
        }

        // As the router has it: in UTF-8, or as an old Winbox typed it.
        return [.. found.GroupBy(a => names[a.RouterId]).Select(g => (g.Key, (IReadOnlySet<string>)g.SelectMany(a => new[] { RosText.FromText(a.Username), a.Username }).ToHashSet()))];
    }
}
