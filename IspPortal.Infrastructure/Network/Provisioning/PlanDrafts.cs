using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

internal sealed class PlanDrafts(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ISettingsReader<ProvisioningSettings> settings, TimeProvider clock) : IPlanDrafts
{
    private const int RowsAtOnce = 1000;

    public Task<Result<Guid>> SaveAsync(PlanDraft draft, CancellationToken cancellationToken) => SaveAsync(draft, [], null, cancellationToken);

    /// <summary>Also keeps routers that could not be read: they are planned when they are back.</summary>
    public async Task<Result<Guid>> SaveAsync(PlanDraft draft, IReadOnlyList<UnreadRouter> unread, IReadOnlyCollection<Guid>? accessIds, CancellationToken cancellationToken)
    {
        var routers = draft.Routers.Where(r => r.Steps.Count + r.Findings.Count > 0).ToList();
        if (routers.Count + unread.Count == 0)
        {
            return ProvisioningErrors.NothingToDo;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var plan = new AccessPlanRecord
        {
            Id = Ids.New(clock),
            Origin = draft.Origin,
            Reason = string.IsNullOrWhiteSpace(draft.Reason) ? null : draft.Reason.Trim(),
            State = AccessPlanState.Draft,
            CreatedBy = actor.Actor.Name,
            CreatedAtUtc = clock.UtcNow(),
            StopAtFailedPercent = draft.StopAtFailedPercent ?? (await settings.GetAsync(cancellationToken)).StopAtFailedPercent,
            KickTiming = draft.Kicks.Timing,
            KickFrom = draft.Kicks.WindowFrom,
            KickTo = draft.Kicks.WindowTo,
            KicksPerSecond = draft.Kicks.PerSecond,
            UndoesPlanId = draft.UndoesPlanId,
        };
        context.Add(plan);
        foreach (var router in routers)
        {
            context.Add(new AccessPlanRouter { PlanId = plan.Id, RouterId = router.RouterId, State = AccessPlanState.Draft, Steps = router.Steps.Count, Kicks = router.Kicks });
        }

        var scope = accessIds is null ? null : JsonSerializer.Serialize(accessIds);
        foreach (var (routerId, error) in unread)
        {
            context.Add(new AccessPlanRouter
            {
                PlanId = plan.Id,
                RouterId = routerId,
                State = AccessPlanState.Draft,
                IsUnread = true,
                ScopeJson = scope,
                ErrorCode = error.Code,
                ErrorDetail = error.Detail,
            });
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var router in routers)
        {
            await AddStepsAsync(context, plan, router, cancellationToken);
        }

        foreach (var places in draft.Places.Chunk(RowsAtOnce))
        {
            foreach (var place in places)
            {
                place.PlanId = plan.Id;
            }

            context.AddRange(places.Cast<object>());
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        return plan.Id;
    }

    /// <summary>Stores the steps and findings of one router, a thousand at a time: a plan may have ten thousand.</summary>
    public static async Task AddStepsAsync(PortalDbContext context, AccessPlanRecord plan, RouterPlan router, CancellationToken cancellationToken)
    {
        foreach (var batch in router.Steps.Select((step, index) => RecordOf(plan, router.RouterId, step, index + 1)).Chunk(RowsAtOnce))
        {
            context.AddRange(batch.Cast<object>());
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        foreach (var batch in router.Findings.Select((finding, index) => RecordOf(plan.Id, router.RouterId, finding, index + 1)).Chunk(RowsAtOnce))
        {
            context.AddRange(batch.Cast<object>());
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    private static AccessPlanStepRecord RecordOf(AccessPlanRecord plan, Guid routerId, PlanStep step, int number) => new()
    {
        PlanId = plan.Id,
        RouterId = routerId,
        Number = number,
        Verb = step.Verb,
        Menu = step.Menu,
        Key = step.Key,
        Reason = step.Reason,
        AccessId = step.AccessId,
        ItemId = step.ItemId,
        BeforeJson = PlanJson.Write(step.Before),
        AfterJson = PlanJson.Write(step.After),
        PasswordBefore = step.PasswordBefore,
        PasswordAfter = step.PasswordAfter,
        Tag = step.Tag,
        PlaceBefore = step.PlaceBefore,
        WaitsForWindow = plan.KickTiming == KickTiming.Window && step is { Verb: PlanVerb.Kick, Reason: "access.change" or "profile.change" or AccessItems.StandbyReason },
        State = PlanStepState.Pending,
    };

    private static AccessPlanFindingRecord RecordOf(Guid planId, Guid routerId, PlanFinding finding, int number) => new()
    {
        PlanId = planId,
        RouterId = routerId,
        Number = number,
        Kind = finding.Kind,
        Menu = finding.Menu,
        Key = finding.Key,
        AccessId = finding.AccessId,
        Detail = finding.Detail is { Length: > 1000 } text ? text[..1000] : finding.Detail,
    };
}
