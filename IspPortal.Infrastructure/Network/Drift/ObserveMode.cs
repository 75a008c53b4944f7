using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Drift;

internal sealed class ObserveMode(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ISettingsReader<ProvisioningSettings> settings, TimeProvider clock) : IObserveMode
{
    public async Task<Result<ObserveState>> GetAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var router = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        return router is null ? NetworkErrors.RouterNotFound : await StateAsync(context, router, cancellationToken);
    }

    public Task<Result> EnterAsync(Guid routerId, string reason, CancellationToken cancellationToken) => SwitchAsync(
        routerId,
        reason,
        "observe_mode_entered",
        (router, _) =>
        {
            router.ObservesSinceUtc ??= clock.UtcNow();
            return null;
        },
        cancellationToken);

    public Task<Result> LeaveAsync(Guid routerId, string reason, CancellationToken cancellationToken) => SwitchAsync(
        routerId,
        reason,
        "observe_mode_left",
        (router, state) =>
        {
            if (router.ObservesSinceUtc is null)
            {
                return DriftErrors.NotObserving;
            }

            router.ObservesSinceUtc = null;
            return state.ComparedAtUtc is null || state.IsStale ? DriftErrors.NotCompared : null;
        },
        cancellationToken);

    private async Task<Result> SwitchAsync(Guid routerId, string reason, string action, Func<Router, ObserveState, Error?> change, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > IRouterEditor.LongestReason)
        {
            return CommonErrors.Invalid([string.IsNullOrWhiteSpace(reason) ? new FieldError("reason", "common.required") : new FieldError("reason", "common.too_long", IRouterEditor.LongestReason)]);
        }

        if (PlainText.Refuse(reason) is { } unreadable)
        {
            return unreadable;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var router = await context.Set<Router>().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        var state = await StateAsync(context, router, cancellationToken);
        if (change(router, state) is { } refused)
        {
            return refused;
        }

        context.AddAudit(action, "router", routerId.ToString(), null, JsonSerializer.Serialize(new { reason = reason.Trim(), state.Differences, state.UnmarkedLines }));
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private async Task<ObserveState> StateAsync(PortalDbContext context, Router router, CancellationToken cancellationToken)
    {
        var check = await context.Set<DriftCheck>().AsNoTracking().FirstOrDefaultAsync(c => c.RouterId == router.Id, cancellationToken);
        var imported = await context.Set<ImportRun>().Where(r => r.RouterId == router.Id && r.State == ImportState.Taken).MaxAsync(r => r.EndedAtUtc, cancellationToken);

        // What was read before the last import says nothing of the lines that it brought.
        var isStale = check?.ErrorCode is not null || (check?.ReadAtUtc is { } read && imported > read);
        var differences = await context.Set<DriftItem>().CountAsync(d => d.RouterId == router.Id && d.CanApply, cancellationToken);
        return new ObserveState(
            (await settings.GetAsync(cancellationToken)).ObserveMode, router.ObservesSinceUtc, check?.ReadAtUtc, isStale, differences, check?.UnmarkedLines ?? 0, router.Version);
    }
}
