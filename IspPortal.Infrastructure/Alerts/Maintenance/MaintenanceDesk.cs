using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Maintenance;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Maintenance;

internal sealed class MaintenanceDesk(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : IMaintenanceDesk
{
    private const int LongestReason = 300;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    public async Task<Result<Page<MaintenanceRow>>> ListAsync(MaintenanceState? state, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var windows = context.Set<MaintenanceWindow>().AsNoTracking();
        windows = state switch
        {
            MaintenanceState.Planned => windows.Where(w => w.FromUtc > now && w.ToUtc > now),
            MaintenanceState.Running => windows.Where(w => w.FromUtc <= now && w.ToUtc > now),
            MaintenanceState.Over => windows.Where(w => w.ToUtc <= now),
            _ => windows,
        };
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            windows = windows.Where(w => w.TargetName.ToLower().Contains(text) || w.Reason.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await windows.LongCountAsync(cancellationToken);
        var found = await windows.OrderBy(w => w.ToUtc <= now).ThenByDescending(w => w.FromUtc).ThenBy(w => w.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<MaintenanceRow>.Of(found.ConvertAll(w => ToRow(w, now)), page, count);
    }

    public async Task<Result<MaintenanceRow>> GetAsync(Guid windowId, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<MaintenanceWindow>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == windowId, cancellationToken) is { } window ? ToRow(window, clock.UtcNow()) : AlertErrors.WindowNotFound;
    }

    public async Task<Result> PlanAsync(Guid windowId, PlanMaintenanceRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(AlertPermissions.AlertsWrite) ?? Judge(request)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<MaintenanceWindow>().AnyAsync(w => w.Id == windowId, cancellationToken))
        {
            return Result.Success;
        }

        var site = request.Site?.Trim() ?? "";
        var name = request.Target switch
        {
            MaintenanceTarget.Router => await context.Set<Router>().AsNoTracking().Where(r => r.Id == request.RouterId && r.RemovedAtUtc == null).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken),
            MaintenanceTarget.Site => await context.Set<Router>().AsNoTracking().Where(r => r.Site == site && r.RemovedAtUtc == null).OrderBy(r => r.Id).Select(r => r.Site).FirstOrDefaultAsync(cancellationToken),
            _ => "",
        };
        if (name is null)
        {
            return request.Target == MaintenanceTarget.Router ? NetworkErrors.RouterNotFound : CommonErrors.Invalid([new FieldError("site", "alerts.no_such_site")]);
        }

        context.Add(new MaintenanceWindow
        {
            Id = windowId, Target = request.Target, Mode = request.Mode, RouterId = request.Target == MaintenanceTarget.Router ? request.RouterId : null, TargetName = name,
            FromUtc = request.FromUtc, ToUtc = request.ToUtc, Reason = request.Reason.Trim(), MadeBy = actor.Actor.Name,
        });
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> EndAsync(Guid windowId, long? version, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsWrite) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var window = await context.Set<MaintenanceWindow>().FirstOrDefaultAsync(w => w.Id == windowId, cancellationToken);
        if (window is null || window.ToUtc <= now || (version is { } seen && window.Version != seen))
        {
            return window is null ? AlertErrors.WindowNotFound : window.ToUtc <= now ? AlertErrors.WindowOver : CommonErrors.VersionConflict;
        }

        // Those that it muted are told of from now on.
        var until = window.ToUtc;
        foreach (var muted in await context.Set<AlertIncident>().Where(a => a.OpenKey != null && a.MutedUntilUtc == until).ToListAsync(cancellationToken))
        {
            muted.NextStepAtUtc = muted.NextStepAtUtc == until ? now : muted.NextStepAtUtc;
            muted.MutedUntilUtc = now;
        }

        (window.ToUtc, window.EndedBy) = (now, actor.Actor.Name);
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    private static MaintenanceRow ToRow(MaintenanceWindow w, DateTime now) => new(
        w.Id, w.Target, w.TargetName, w.RouterId, w.Mode, w.FromUtc, w.ToUtc, w.Reason, w.MadeBy, w.EndedBy,
        w.ToUtc <= now ? MaintenanceState.Over : w.FromUtc <= now ? MaintenanceState.Running : MaintenanceState.Planned, w.Version);

    private Error? Judge(PlanMaintenanceRequest request)
    {
        var wrong = PlainText.Judge(request).ToList();
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Trim().Length > LongestReason)
        {
            wrong.Add(string.IsNullOrWhiteSpace(request.Reason) ? new FieldError("reason", "common.required") : new FieldError("reason", "common.too_long", LongestReason));
        }

        if (!Enum.IsDefined(request.Target) || !Enum.IsDefined(request.Mode))
        {
            wrong.Add(new FieldError(Enum.IsDefined(request.Target) ? "mode" : "target", "common.not_allowed"));
        }

        if (request is { Target: MaintenanceTarget.Router, RouterId: null } || (request.Target == MaintenanceTarget.Site && string.IsNullOrWhiteSpace(request.Site)))
        {
            wrong.Add(new FieldError(request.Target == MaintenanceTarget.Router ? "routerId" : "site", "common.required"));
        }

        if (request.FromUtc < clock.UtcNow() - Slack)
        {
            wrong.Add(new FieldError("fromUtc", "alerts.in_the_past"));
        }

        if (request.ToUtc <= request.FromUtc || request.ToUtc - request.FromUtc > Longest)
        {
            wrong.Add(new FieldError("toUtc", request.ToUtc <= request.FromUtc ? "common.not_before_to" : "alerts.window_too_long"));
        }

        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : null;
    }
}
