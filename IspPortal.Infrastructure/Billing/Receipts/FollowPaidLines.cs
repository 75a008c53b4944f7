using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Subscriptions;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Prepaid lines have the days that were paid, and no others.</summary>
internal sealed class FollowPaidLines(SubscriptionWriting writing) : IEventHandler<LinePaidAhead>, IEventHandler<LineUnpaid>
{
    public Task HandleAsync(LinePaidAhead domainEvent, CancellationToken cancellationToken) =>
        ChangeAsync(domainEvent.SubscriptionId, work => SubscriptionTransitions.PaidUntil(work, domainEvent.UntilOn), cancellationToken);

    public Task HandleAsync(LineUnpaid domainEvent, CancellationToken cancellationToken) =>
        ChangeAsync(domainEvent.SubscriptionId, work => SubscriptionTransitions.UnpaidFrom(work, domainEvent.FromOn, domainEvent.LastOn), cancellationToken);

    private async Task ChangeAsync(Guid subscriptionId, Action<SubscriptionWork> change, CancellationToken cancellationToken)
    {
        var changed = await writing.ChangeAsync(
            subscriptionId,
            null,
            null,
            (work, _) =>
            {
                if (work.Subscription.Status != SubscriptionStatus.Terminated)
                {
                    change(work);
                }

                return Task.FromResult<Error?>(null);
            },
            cancellationToken);
        if (changed.Error is { } error && error != SubscriptionsErrors.NotFound)
        {
            throw new InvalidOperationException($"Subscription {subscriptionId} does not follow its payment: {error}");
        }
    }
}
