using IspPortal.Core.Common.Outages;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

internal sealed class RouterWorks(PortalContextSource source) : IRouterWorks
{
    public async Task<IReadOnlyList<RouterWorkSpan>> BetweenAsync(IReadOnlyCollection<Guid> routerIds, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("router-works");
        return await context.Set<Outage>().AsNoTracking()
            .Where(o => o.Kind == OutageKind.Planned && o.ElementKind == PlantElementKind.Router && routerIds.Contains(o.ElementId) && o.ConfirmedAtUtc != null)
            .Where(o => o.StartedAtUtc < toUtc && (o.EndsAtUtc == null || o.EndsAtUtc > fromUtc))
            .OrderBy(o => o.StartedAtUtc).Select(o => new RouterWorkSpan(o.ElementId, o.Id, o.StartedAtUtc, o.EndsAtUtc)).ToListAsync(cancellationToken);
    }
}
