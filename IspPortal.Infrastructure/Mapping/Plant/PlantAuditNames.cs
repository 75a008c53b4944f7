using IspPortal.Core.Audit;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>Things of the plant by the names that people give them, for the audit.</summary>
internal sealed class PlantAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var names = new Dictionary<AuditThing, string>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var nodes = context.Set<PlantNode>();
        foreach (var group in things.Where(thing => thing.Guid is not null).GroupBy(thing => thing.Entity))
        {
            var ids = group.Select(thing => thing.Guid!.Value).Distinct().ToList();
            var query = group.Key switch
            {
                "plant_node" => nodes.Where(n => ids.Contains(n.Id)).Select(n => new { n.Id, n.Name }),
                "cable" => context.Set<Cable>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }),
                "splitter" => context.Set<Splitter>().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name }),
                "radio_link" => context.Set<RadioLink>().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Name }),
                "core_joint" => context.Set<CoreJoint>().Where(j => ids.Contains(j.Id)).Select(j => new { j.Id, Name = nodes.Where(n => n.Id == j.NodeId).Select(n => n.Name).First() }),
                "drop" => context.Set<Drop>().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, Name = nodes.Where(n => n.Id == d.OdpId).Select(n => n.Name).First() }),
                "plant_photo" => context.Set<PlantPhoto>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, Name = nodes.Where(n => n.Id == p.NodeId).Select(n => n.Name).First() }),
                "site_router" => context.Set<Router>().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Name }),
                _ => null,
            };
            var found = query is null ? [] : await query.ToDictionaryAsync(named => named.Id, named => named.Name, cancellationToken);
            foreach (var thing in group.Distinct().Where(thing => found.ContainsKey(thing.Guid!.Value)))
            {
                names[thing] = found[thing.Guid!.Value];
            }
        }

        return names;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = PlantNode.KeyOf(text);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Set<PlantNode>().AsNoTracking().Where(n => n.NameKey.StartsWith(key)).OrderBy(n => n.NameKey).Take(limit).Select(n => n.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.ToString())];
    }
}
