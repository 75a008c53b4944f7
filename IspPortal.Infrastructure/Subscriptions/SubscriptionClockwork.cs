using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Does what the calendar brings: changes whose day has come, and times that ran out. Each subscription is a transaction of its own; one that fails delays no other.</summary>
internal sealed class SubscriptionClockwork(IDbContextFactory<PortalDbContext> contexts, SubscriptionWriting writing, ILogger<SubscriptionClockwork> logger)
{
    private const int MostAtOnce = 2_000;

    /// <summary>Gives how many changes were done, how many could not be, how many were renewed and how many expired.</summary>
    public async Task<(int Done, int Failed, int Renewed, int Expired)> RunDueAsync(CancellationToken cancellationToken)
    {
        var today = await writing.TodayAsync(cancellationToken);
        List<(Guid Id, Guid SubscriptionId)> due;
        List<Guid> ended;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var changes = await context.Set<SubscriptionChange>().AsNoTracking().Where(c => c.State == SubscriptionChangeState.Scheduled && c.DueOn <= today)
                .OrderBy(c => c.DueOn).ThenBy(c => c.CreatedAtUtc).Take(MostAtOnce).Select(c => new { c.Id, c.SubscriptionId, c.Kind, c.DueOn }).ToListAsync(cancellationToken);
            // A pause that is over goes before the one that begins on the same day, and an address that goes before the one that comes.
            due = [.. changes.OrderBy(c => c.DueOn).ThenBy(c => c.Kind is SubscriptionChangeKind.EndPause or SubscriptionChangeKind.ReleaseAddress ? 0 : 1).Select(c => (c.Id, c.SubscriptionId))];
            ended = await context.Set<Subscription>().AsNoTracking()
                .Where(s => s.EndsOn < today && (s.Status == SubscriptionStatus.Active || s.Status == SubscriptionStatus.Suspended))
                .Where(s => !context.Set<SubscriptionHold>().Any(h => h.SubscriptionId == s.Id && (h.Kind == AccessHolds.Expired || h.Kind == AccessHolds.Pause)))
                // One that renews itself waits for what else holds it.
                .Where(s => !s.AutoRenew || s.Status == SubscriptionStatus.Active)
                .OrderBy(s => s.EndsOn).ThenBy(s => s.Id).Take(MostAtOnce).Select(s => s.Id).ToListAsync(cancellationToken);
        }

        var (done, failed) = (0, 0);
        foreach (var (id, subscriptionId) in due)
        {
            _ = await AloneAsync(subscriptionId, () => RunAsync(id, subscriptionId, cancellationToken)) == true ? done++ : failed++;
        }

        var (renewed, expired) = (0, 0);
        foreach (var id in ended)
        {
            switch (await AloneAsync(id, () => EndAsync(id, cancellationToken)))
            {
                case true:
                    renewed++;
                    break;
                case false:
                    expired++;
                    break;
                default:
                    break;
            }
        }

        return (done, failed, renewed, expired);
    }

    // Whatever is wrong with one is told, and delays no other.
    private async Task<bool?> AloneAsync(Guid subscriptionId, Func<Task<bool?>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "What the calendar brings to subscription {SubscriptionId} could not be done", subscriptionId);
            return null;
        }
    }

    private async Task<bool?> RunAsync(Guid changeId, Guid subscriptionId, CancellationToken cancellationToken)
    {
        Error? why = null;
        var done = await writing.ChangeAsync(
            subscriptionId,
            null,
            null,
            async (work, token) =>
            {
                var change = await work.Context.Set<SubscriptionChange>().FirstAsync(c => c.Id == changeId, token);
                if (change.State != SubscriptionChangeState.Scheduled)
                {
                    // Another node was faster.
                    return null;
                }

                (change.State, change.EndedAtUtc) = (SubscriptionChangeState.Done, work.Clock.UtcNow());
                return why = await DoAsync(work, change, token);
            },
            cancellationToken);
        if (done.Succeeded)
        {
            return true;
        }

        // A conflict is tried again in a minute; what does not fit any more is kept as failed, for a person.
        if (why is not null || done.Error.Code != Core.Common.CommonErrors.VersionConflict.Code)
        {
            await writing.ChangeAsync(
                subscriptionId,
                null,
                null,
                async (work, token) =>
                {
                    var change = await work.Context.Set<SubscriptionChange>().FirstAsync(c => c.Id == changeId, token);
                    (change.State, change.EndedAtUtc, change.ErrorCode) = (SubscriptionChangeState.Failed, work.Clock.UtcNow(), done.Error.Code);
                    work.Note(SubscriptionHistoryKind.ScheduleFailed, done.Error.Code, null, null, change.Kind.ToString());
                    return null;
                },
                cancellationToken);
        }

        return false;
    }

    private static async Task<Error?> DoAsync(SubscriptionWork work, SubscriptionChange change, CancellationToken cancellationToken)
    {
        switch (change.Kind)
        {
            case SubscriptionChangeKind.Activate:
                return await SubscriptionTransitions.ActivateAsync(work, cancellationToken);
            case SubscriptionChangeKind.ChangePlan:
                return await SubscriptionTransitions.ChangePlanAsync(work, change.PlanId!.Value, change.PriceId!.Value, change.AgreedPrice, change.DueOn, change.Reason, null, cancellationToken);
            case SubscriptionChangeKind.MoveRouter:
                return await SubscriptionTransitions.MoveRouterAsync(work, change.RouterId!.Value, change.Reason, cancellationToken);
            case SubscriptionChangeKind.GiveAddress:
                AddOnAddresses.Give(work);
                return null;
            case SubscriptionChangeKind.ReleaseAddress:
                return await AddOnAddresses.ReleaseAsync(work, null, cancellationToken);
            case SubscriptionChangeKind.Terminate:
                return await SubscriptionTransitions.TerminateAsync(work, change.Reason, cancellationToken);
            default:
                var pause = await work.Context.Set<SubscriptionPause>().FirstAsync(p => p.Id == change.PauseId, cancellationToken);
                return change.Kind == SubscriptionChangeKind.BeginPause ? SubscriptionPauses.Begin(work, pause) : await SubscriptionPauses.EndAsync(work, pause, change.DueOn, null, cancellationToken);
        }
    }

    // True: renewed; false: expired; null: somebody else was faster.
    private async Task<bool?> EndAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        bool? renewed = null;
        var done = await writing.ChangeAsync(
            subscriptionId,
            null,
            null,
            async (work, token) =>
            {
                var subscription = work.Subscription;
                if (subscription.EndsOn is not { } end || end >= work.Today || work.Lifecycle != AccessLifecycle.Live || (subscription.Holds & (AccessHolds.Expired | AccessHolds.Pause)) != AccessHolds.None)
                {
                    return null;
                }

                renewed = subscription.AutoRenew;
                if (renewed == false)
                {
                    SubscriptionTransitions.Expire(work);
                    return null;
                }

                // Nobody pays for time in which it was held: from the day it was let go, as for everybody who renews late.
                var ended = subscription.EndsOn.Value.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
                if (work.Settings.LateRenewalFrom != "old-end" && await work.Context.Set<SubscriptionHistoryEntry>().AnyAsync(h => h.SubscriptionId == subscriptionId && h.Kind == SubscriptionHistoryKind.Released && h.AtUtc >= ended, token))
                {
                    await SubscriptionTransitions.RenewAsync(work, work.Today, 1, null, token);
                    return null;
                }

                // However long the portal was away: until the day is within a period again.
                while (subscription.EndsOn < work.Today)
                {
                    await SubscriptionTransitions.RenewAsync(work, subscription.EndsOn.Value.AddDays(1), 1, null, token);
                }

                return null;
            },
            cancellationToken);
        return done.Succeeded ? renewed : null;
    }
}
