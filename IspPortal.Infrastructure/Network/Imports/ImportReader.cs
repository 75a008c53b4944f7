using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Imports;

/// <summary>Reads a router and judges what it holds. Writes nothing anywhere.</summary>
internal sealed class ImportReader(PortalContextSource source, IRouterContentsReader reader, ISettingsReader<ProvisioningSettings> settings)
{
    private static readonly string[] Menus =
    [
        RouterMenus.PppProfile, RouterMenus.PppSecret, RouterMenus.HotspotProfile, RouterMenus.HotspotUser, RouterMenus.SimpleQueue, RouterMenus.DhcpLease, RouterMenus.Pool,
    ];

    public async Task<Result<IReadOnlyList<JudgedLine>>> ReadAsync(Guid routerId, IReadOnlyList<CustomerRow> customers, CancellationToken cancellationToken)
    {
        var contents = await reader.ReadAsync(routerId, new RouterReading(Menus), cancellationToken);
        if (!contents.Succeeded)
        {
            return contents.Error;
        }

        var lines = FoundLines.Of(contents.Value);
        var unreadable = await UnreadableAsync(routerId, lines, cancellationToken);
        if (!unreadable.Succeeded)
        {
            return unreadable.Error;
        }

        var known = await KnownAsync(routerId, cancellationToken);
        return Result.Of(LineJudge.Judge(lines, customers, known with
        {
            Unreadable = unreadable.Value,
            Pools = [.. contents.Value[RouterMenus.Pool].Items.Select(p => (p["name"] ?? string.Empty, p["ranges"] ?? string.Empty))],
        }));
    }

    // A name in some old code page is shown as well as it can be, but would be written back in UTF-8: the router is asked for it by that name.
    private async Task<Result<HashSet<string>>> UnreadableAsync(Guid routerId, IReadOnlyList<FoundLine> lines, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in lines.Where(l => l.Kind is FoundKind.Secret or FoundKind.HotspotUser or FoundKind.Queue && l.Name.Any(c => c > 127)).GroupBy(l => AccessItems.MenuOf(l.Service)))
        {
            foreach (var names in group.Select(l => l.Name).Distinct(StringComparer.Ordinal).Chunk(RouterContentsReader.MaxKeys))
            {
                var asked = await reader.ReadAsync(
                    routerId, new RouterReading([group.Key]) { Keys = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal) { [group.Key] = names } }, cancellationToken);
                if (!asked.Succeeded)
                {
                    return asked.Error;
                }

                missing.UnionWith(names.Where(name => asked.Value[group.Key].Find(name) is null));
            }
        }

        return missing;
    }

    private async Task<KnownLines> KnownAsync(Guid routerId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("import-routers");
        var placed = await (
            from wanted in context.Set<DesiredAccessRecord>()
            join placement in context.Set<AccessPlacement>().Where(p => p.Role != PlacementRole.Former) on wanted.AccessId equals placement.AccessId
            join router in context.Set<Router>() on placement.RouterId equals router.Id
            select new { wanted.Service, wanted.Username, placement.RouterId, router.Name }).AsNoTracking().ToListAsync(cancellationToken);
        var profiles = await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == routerId).Select(p => new { p.Service, p.Name }).ToListAsync(cancellationToken);
        var elsewhere = new Dictionary<(AccessService, string), string>();
        foreach (var line in placed.Where(p => p.RouterId != routerId))
        {
            elsewhere.TryAdd((line.Service, line.Username), line.Name);
        }

        return new KnownLines((await settings.GetAsync(cancellationToken)).IsolirProfile)
        {
            OwnedHere = placed.Where(p => p.RouterId == routerId).Select(p => (p.Service, p.Username)).ToHashSet(),
            OwnedElsewhere = elsewhere,
            ProfilesHere = profiles.Select(p => (p.Service, p.Name)).ToHashSet(),
        };
    }
}
