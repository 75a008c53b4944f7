using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

internal sealed class QuotaTopUps(ICurrentActor actor, SubscriptionWriting writing, IUsageDirectory usage) : IQuotaTopUps
{
    private const long FewestBytes = 1_000_000;
    private const long MostBytes = 100_000_000_000_000;

    public async Task<Result> TopUpAsync(Guid subscriptionId, long version, TopUpRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(SubscriptionsPermissions.SubscriptionsWrite) ?? actor.Deny(MonitoringPermissions.MonitoringRead) ?? Refuse(request)) is { } refused)
        {
            return refused;
        }

        // The user name is not touched here: what was taken is the row of the period, which the job began at the same moment. It is there now.
        var sold = await writing.ChangeAsync(subscriptionId, version, request.Reason, (work, token) => AddAsync(work, request, token), cancellationToken);
        return sold.Error?.Code == Core.Network.NetworkErrors.UsernameTaken("").Code
            ? await writing.ChangeAsync(subscriptionId, version, request.Reason, (work, token) => AddAsync(work, request, token), cancellationToken)
            : sold;
    }

    private async Task<Error?> AddAsync(SubscriptionWork work, TopUpRequest request, CancellationToken cancellationToken)
    {
        var (context, subscription, now) = (work.Context, work.Subscription, work.Clock.UtcNow());
        if ((await QuotaReading.LinesAsync(context, [subscription.Id], cancellationToken)).Single() is not { Counts: true } line)
        {
            return subscription.Status is SubscriptionStatus.Pending or SubscriptionStatus.Terminated ? SubscriptionsErrors.WrongStatus(subscription.Status) : SubscriptionsErrors.NoQuota;
        }

        var newest = await QuotaPeriods.NewestAsync(context, [subscription.Id], cancellationToken);
        if (QuotaPeriods.Turn(context, line, newest.GetValueOrDefault(subscription.Id), work.Today, now) is not { } row)
        {
            return SubscriptionsErrors.NoQuota;
        }

        var used = await QuotaReading.UsedAsync(usage, [(subscription.Id, row.AccessId, row.Period with { ToOn = work.Today })], cancellationToken);
        if (!used.Succeeded)
        {
            return used.Error;
        }

        row.ToppedUpBytes += request.Bytes;
        context.Add(new QuotaTopUp
        {
            Id = Ids.New(work.Clock),
            SubscriptionId = subscription.Id,
            PeriodFromOn = row.FromOn,
            Bytes = request.Bytes,
            Price = request.Price,
            Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(),
            CreatedBy = actor.Actor.Name,
            CreatedAtUtc = now,
        });
        work.Note(SubscriptionHistoryKind.DataBought, request.Reason, work.Today, null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{request.Bytes / (decimal)QuotaRule.Gigabyte:0.###} GB"));
        context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
        await QuotaStates.BringAsync(work, QuotaRule.IsUsedUp(used.Value[subscription.Id].Bytes, row.AllowedBytes), cancellationToken);
        return null;
    }

    private static Error? Refuse(TopUpRequest request)
    {
        var fields = new List<FieldError>();
        if (request.Bytes is < FewestBytes or > MostBytes)
        {
            fields.Add(new FieldError("bytes", "common.out_of_range", FewestBytes, MostBytes));
        }

        if (!PlanValidation.IsAmount(request.Price))
        {
            fields.Add(new FieldError("price", "plans.not_an_amount"));
        }

        fields.AddRange(SubscriptionWriting.RefuseReason(request.Reason)?.Fields ?? []);
        return fields.Count == 0 ? null : CommonErrors.Invalid(fields);
    }
}
