using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Drift;

internal sealed class DriftDesk(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    DriftDirectory directory,
    RouterReconciler reconciler,
    DriftAdopter adopter,
    IPlanDrafts drafts,
    TimeProvider clock) : IDrift
{
    private const int LongestReason = 500;

    public async Task<Result<Page<DriftRow>>> ListAsync(DriftFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.ListAsync(filter, page, cancellationToken);

    public async Task<Result<IReadOnlyList<DriftRouterRow>>> ListRoutersAsync(CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : Result.Of(await directory.ListRoutersAsync(cancellationToken));

    public async Task<Result<DriftPreview>> PreviewAsync(DriftFilter selection, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await directory.PreviewAsync(selection, cancellationToken);

    public async Task<Result<int>> CompareAsync(Guid routerId, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersApply) is { } denied ? denied : await reconciler.CompareAsync(routerId, cancellationToken);

    public async Task<Result<DriftPlanDraft>> ApplyAsync(DriftFilter selection, string? reason, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        if ((reason?.Length > LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)]) : PlainText.Refuse(reason)) is { } refused)
        {
            return refused;
        }

        var selected = (await directory.SelectAsync(selection, cancellationToken)).FindAll(d => d.CanApply);
        if (selected.Count == 0)
        {
            return DriftErrors.NothingSelected;
        }

        var (plans, failed) = (new List<RouterPlan>(), new List<(Guid RouterId, Error Error)>());
        foreach (var router in selected.GroupBy(d => d.RouterId))
        {
            // What is written comes from what the router holds now, not from what was seen then.
            var compared = await reconciler.ReadAsync(router.Key, KickPolicy.Now, cancellationToken);
            if (compared.Succeeded)
            {
                plans.Add(new RouterPlan(router.Key, StepsFor(compared.Value.Plan, [.. router]), []));
            }
            else
            {
                failed.Add((router.Key, compared.Error));
            }
        }

        if (plans.Count == 0)
        {
            return failed[0].Error;
        }

        var saved = await drafts.SaveAsync(new PlanDraft("drift", reason, [.. plans.Where(p => p.Steps.Count > 0)]), cancellationToken);
        return saved.Succeeded ? new DriftPlanDraft(saved.Value, await TellAsync(failed, cancellationToken)) : saved.Error;
    }

    public async Task<Result<DriftAdoption>> AdoptAsync(DriftFilter selection, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(NetworkPermissions.AccessesWrite) ?? Refuse(reason)) is { } refused)
        {
            return refused;
        }

        var selected = await directory.SelectAsync(selection, cancellationToken);
        if (selected.Count == 0)
        {
            return DriftErrors.NothingSelected;
        }

        var kept = await directory.CountKeptAsync(selection, cancellationToken);
        if (kept == selected.Count)
        {
            return DriftErrors.KeptBySubscriptions;
        }

        var (adopted, routers, failed) = (0, 0, new List<(Guid RouterId, Error Error)>());
        foreach (var router in selected.Where(d => d.CanAdopt).GroupBy(d => d.RouterId))
        {
            routers++;
            var done = await adopter.AdoptAsync(router.Key, [.. router], reason.Trim(), cancellationToken);
            if (done.Succeeded)
            {
                adopted += done.Value;
            }
            else
            {
                failed.Add((router.Key, done.Error));
            }
        }

        return failed.Count > 0 && failed.Count == routers
            ? failed[0].Error
            : new DriftAdoption(adopted, selected.Count - adopted, kept, await TellAsync(failed, cancellationToken));
    }

    public Task<Result<int>> IgnoreAsync(DriftFilter selection, string reason, CancellationToken cancellationToken) => Refuse(reason) is { } refused
        ? Task.FromResult<Result<int>>(refused)
        : MarkAsync(selection with { Ignored = false }, "drift_ignored", reason.Trim(), cancellationToken);

    public Task<Result<int>> UnignoreAsync(DriftFilter selection, CancellationToken cancellationToken) =>
        MarkAsync(selection with { Ignored = true }, "drift_shown_again", null, cancellationToken);

    private async Task<Result<int>> MarkAsync(DriftFilter selection, string action, string? reason, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = await DriftDirectory.Narrow(context, selection).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            return DriftErrors.NothingSelected;
        }

        foreach (var item in items)
        {
            item.IgnoredBy = reason is null ? null : actor.Actor.Name;
            item.IgnoredAtUtc = reason is null ? null : clock.UtcNow();
            item.IgnoreReason = reason;
        }

        foreach (var router in items.GroupBy(d => d.RouterId))
        {
            context.AddAudit(action, "router", router.Key.ToString(), null, JsonSerializer.Serialize(new { reason, items = router.Select(d => $"{d.Menu} {d.Key}").Take(100), count = router.Count() }));
        }

        var saved = await context.TrySaveAsync(null, cancellationToken);
        return saved.Succeeded ? items.Count : saved.Error;
    }

    private async Task<IReadOnlyList<DriftRouterFailure>> TellAsync(List<(Guid RouterId, Error Error)> failed, CancellationToken cancellationToken)
    {
        if (failed.Count == 0)
        {
            return [];
        }

        var names = await directory.NamesAsync(failed.Select(f => f.RouterId), cancellationToken);
        return [.. failed.Select(f => new DriftRouterFailure(f.RouterId, names[f.RouterId], f.Error.Code))];
    }

    // A kick belongs to the change that calls for it.
    private static List<PlanStep> StepsFor(RouterPlan plan, List<DriftItem> selected)
    {
        var items = selected.Select(d => (d.Menu, d.Key)).ToHashSet();
        var lines = selected.Where(d => d.AccessId is not null).Select(d => d.AccessId!.Value).ToHashSet();
        var profiles = selected.Exists(d => d.Menu is RouterMenus.PppProfile or RouterMenus.HotspotProfile);
        return [.. plan.Steps.Where(s => s.Verb == PlanVerb.Kick
            ? (s.AccessId is { } id && lines.Contains(id)) || (profiles && s.Reason == "profile.change")
            : items.Contains((s.Menu, s.Key)) || (s.AccessId is { } line && lines.Contains(line)))];
    }

    private static Error? Refuse(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")])
        : reason.Length > LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)])
        : PlainText.Refuse(reason);
}
