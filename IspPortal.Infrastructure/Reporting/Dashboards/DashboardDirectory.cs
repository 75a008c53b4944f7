using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

internal sealed class DashboardDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IDashboardDirectory
{
    public async Task<Result<Page<DashboardRow>>> ListAsync(DashboardFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.DashboardsRead) is { } denied)
        {
            return denied;
        }

        var me = actor.Actor.Id;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = DashboardSight.SeenBy(context, me).AsNoTracking();
        if (filter.OnlyOwn)
        {
            seen = seen.Where(d => d.OwnerId == me && d.OwnerId != null);
        }

        if (page.SearchOrNull is { } search)
        {
            var key = search.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            seen = seen.Where(d => d.Name.ToLower().Contains(key));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await seen.LongCountAsync(cancellationToken);
        var ordered = (page.Sort, page.Descending) switch
        {
            ("updated", false) => seen.OrderBy(d => d.UpdatedAtUtc),
            ("updated", true) => seen.OrderByDescending(d => d.UpdatedAtUtc),
            ("owner", false) => seen.OrderBy(d => d.OwnerName),
            ("owner", true) => seen.OrderByDescending(d => d.OwnerName),
            ("name", true) => seen.OrderByDescending(d => d.Name),
            _ => seen.OrderBy(d => d.Name),
        };
        var rows = await ordered.ThenBy(d => d.Id).Skip(page.Skip).Take(page.Take)
            .Select(d => new DashboardRow(d.Id, d.Name, d.OwnerName, me != null && d.OwnerId == me, d.Visibility, d.WidgetCount, d.UpdatedAtUtc, d.Version)).ToListAsync(cancellationToken);
        return Page<DashboardRow>.Of(rows, page, count);
    }

    public async Task<Result<DashboardDetails>> GetAsync(Guid dashboardId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.DashboardsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await DashboardSight.SeenBy(context, actor.Actor.Id).AsNoTracking().SingleOrDefaultAsync(d => d.Id == dashboardId, cancellationToken) is { } dashboard
            ? new DashboardDetails(DashboardSight.RowOf(dashboard, actor.Actor.Id), DashboardSight.ContentOf(dashboard), DashboardSight.MayChange(dashboard, actor.Actor))
            : DashboardErrors.NotFound;
    }
}
