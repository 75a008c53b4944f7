using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

internal sealed class DashboardEditor(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : IDashboardEditor
{
    public async Task<Result> CreateAsync(Guid dashboardId, SaveDashboardRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(ReportingPermissions.DashboardsWrite) ?? Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await AddAsync(context, dashboardId, request, cancellationToken);
    }

    public async Task<Result<long>> SaveAsync(Guid dashboardId, long version, SaveDashboardRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(ReportingPermissions.DashboardsWrite) ?? Judge(request)) is { } refusal)
        {
            return refusal;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, dashboardId, version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var dashboard = found.Value;
        if (dashboard.OwnerId != actor.Actor.Id && request.Visibility == DashboardVisibility.Private)
        {
            // It would be gone from the one who saves it, and its owner did not ask for it.
            return DashboardErrors.NotYours;
        }

        Fill(dashboard, request);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        return saved.Succeeded ? dashboard.Version : saved.Error;
    }

    public async Task<Result> DuplicateAsync(Guid dashboardId, Guid copyId, string name, CancellationToken cancellationToken)
    {
        if ((actor.Deny(ReportingPermissions.DashboardsWrite) ?? PlainText.Refuse(name, "name")) is { } refusal)
        {
            return refusal;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await DashboardSight.SeenBy(context, actor.Actor.Id).AsNoTracking().SingleOrDefaultAsync(d => d.Id == dashboardId, cancellationToken) is not { } original)
        {
            return DashboardErrors.NotFound;
        }

        // Widgets of two dashboards have ids of their own: the browser tells them apart by them.
        var copy = DashboardSight.ContentOf(original) with { Name = name, Visibility = DashboardVisibility.Private, Roles = [] };
        copy = copy with { Widgets = [.. copy.Widgets.Select(widget => widget with { Id = Ids.New(clock) })] };
        return Judge(copy) is { } wrong ? wrong : await AddAsync(context, copyId, copy, cancellationToken);
    }

    public async Task<Result> DeleteAsync(Guid dashboardId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.DashboardsWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, dashboardId, version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        context.RemoveRange(await context.Set<DashboardLink>().Where(link => link.DashboardId == dashboardId).ToListAsync(cancellationToken));
        context.Remove(found.Value);
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private static Error? Judge(SaveDashboardRequest request) => DashboardRules.Judge(request) is { Count: > 0 } wrong ? CommonErrors.Invalid(wrong) : null;

    private async Task<Result> AddAsync(PortalDbContext context, Guid id, SaveDashboardRequest request, CancellationToken cancellationToken)
    {
        if (await context.Set<Dashboard>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is { } before)
        {
            // The same form sent twice makes one.
            return before.OwnerId == actor.Actor.Id ? Result.Success : CommonErrors.VersionConflict;
        }

        var dashboard = new Dashboard { Id = id, Name = "", OwnerId = actor.Actor.Id, OwnerName = actor.Actor.Name, Widgets = "", CreatedAtUtc = clock.UtcNow() };
        Fill(dashboard, request);
        context.Add(dashboard);
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    private async Task<Result<Dashboard>> FindAsync(PortalDbContext context, Guid id, long version, CancellationToken cancellationToken)
    {
        if (await DashboardSight.SeenBy(context, actor.Actor.Id).SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } dashboard)
        {
            return DashboardErrors.NotFound;
        }

        return !DashboardSight.MayChange(dashboard, actor.Actor) ? DashboardErrors.NotYours
            : dashboard.Version != version ? CommonErrors.VersionConflict
            : dashboard;
    }

    private void Fill(Dashboard dashboard, SaveDashboardRequest request)
    {
        (dashboard.Name, dashboard.Visibility, dashboard.Range, dashboard.RefreshSeconds) = (request.Name.Trim(), request.Visibility, request.Range, request.RefreshSeconds);
        dashboard.Roles = request.Visibility == DashboardVisibility.Shared ? DashboardSight.RolesOf(request.Roles) : "";
        dashboard.Widgets = ReportingJson.Of([.. WidgetGrid.Compact(request.Widgets).Select(widget => widget with { Title = widget.Title.Trim() })]);
        (dashboard.WidgetCount, dashboard.UpdatedAtUtc) = (request.Widgets.Count, clock.UtcNow());
    }
}
