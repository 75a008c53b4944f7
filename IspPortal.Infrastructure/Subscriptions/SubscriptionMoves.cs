using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

internal sealed class SubscriptionMoves(ICurrentActor actor, SubscriptionWriting writing) : ISubscriptionMoves
{
    private const int LongestAddress = 500;

    public async Task<Result> ChangePlanAsync(Guid subscriptionId, long version, ChangePlanRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(SubscriptionsPermissions.SubscriptionsWrite) ?? (request.AgreedPrice is null ? null : actor.Deny(SubscriptionsPermissions.SubscriptionsPrice)) ?? Refuse(request)) is { } refused)
        {
            return refused;
        }

        return await writing.ChangeAsync(
            subscriptionId,
            version,
            request.Reason,
            async (work, token) =>
            {
                var subscription = work.Subscription;
                if (work.Lifecycle == AccessLifecycle.Terminated)
                {
                    return SubscriptionsErrors.WrongStatus(subscription.Status);
                }

                var now = await SubscriptionTransitions.PlanAsync(work.Context, subscription.PlanId, token);
                var from = request.Moment switch
                {
                    ChangeMoment.Now => work.Today,
                    ChangeMoment.OnDay => request.OnDay!.Value,
                    _ => NextPeriodOf(subscription, now.Period, work.Today),
                };
                if (from < work.Today)
                {
                    return CommonErrors.Invalid([new FieldError("onDay", "subscriptions.day_past")]);
                }

                // Whoever waits for its price sees the one of its day.
                var counts = from < subscription.StartsOn ? subscription.StartsOn : from;
                var plan = await work.Context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PlanId, token);
                var price = await work.Context.Set<PlanPrice>().AsNoTracking().Where(p => p.PlanId == request.PlanId && p.ValidFromOn <= counts).OrderByDescending(p => p.ValidFromOn).FirstOrDefaultAsync(token);
                if (plan is null || (plan.RetiredAtUtc is not null && plan.Id != subscription.PlanId))
                {
                    return plan is null ? PlanErrors.PlanNotFound : SubscriptionsErrors.PlanRetired;
                }

                if (price is null || price.Id != request.PriceId)
                {
                    return price is null ? PlanErrors.NoPriceOn(counts) : PlanErrors.PriceChanged(price.Price);
                }

                if (from == work.Today)
                {
                    return await SubscriptionTransitions.ChangePlanAsync(work, plan.Id, price.Id, request.AgreedPrice, from, request.Reason, request.Kicks, token);
                }

                if (plan.Service != subscription.Service)
                {
                    return SubscriptionsErrors.OtherService;
                }

                if (plan.Id == subscription.PlanId && price.Id == subscription.PriceId && request.AgreedPrice == subscription.AgreedPrice)
                {
                    return SubscriptionsErrors.SamePlan;
                }

                var router = await LineContent.RouterForAsync(work.Context, subscription.RouterId, plan, token);
                return router.Succeeded
                    ? await SubscriptionLifecycle.ScheduleAsync(work, SubscriptionChangeKind.ChangePlan, from, request.Reason, token, plan.Id, price.Id, request.AgreedPrice)
                    : router.Error;
            },
            cancellationToken);
    }

    public async Task<Result> DismissChangeAsync(Guid subscriptionId, Guid changeId, CancellationToken cancellationToken) =>
        actor.Deny(SubscriptionsPermissions.SubscriptionsWrite) is { } denied ? denied : await writing.ChangeAsync(
            subscriptionId,
            null,
            null,
            async (work, token) =>
            {
                var change = await work.Context.Set<SubscriptionChange>().FirstOrDefaultAsync(c => c.Id == changeId && c.SubscriptionId == subscriptionId && c.State == SubscriptionChangeState.Failed, token);
                if (change is null)
                {
                    return SubscriptionsErrors.ChangeNotFound;
                }

                change.State = SubscriptionChangeState.Cancelled;
                work.Note(SubscriptionHistoryKind.ScheduleDismissed, null, null, null, change.Kind.ToString());
                return null;
            },
            cancellationToken);

    public Task<Result> MoveRouterAsync(Guid subscriptionId, long version, Guid routerId, DateOnly? onDay, string? reason, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsWrite,
        subscriptionId,
        version,
        reason,
        async (work, token) =>
        {
            if (onDay < work.Today)
            {
                return CommonErrors.Invalid([new FieldError("onDay", "subscriptions.day_past")]);
            }

            if (!SubscriptionLifecycle.IsLater(work, onDay))
            {
                return await SubscriptionTransitions.MoveRouterAsync(work, routerId, reason, token);
            }

            if (work.Lifecycle == AccessLifecycle.Terminated || work.Subscription.RouterId == routerId)
            {
                return work.Lifecycle == AccessLifecycle.Terminated ? SubscriptionsErrors.WrongStatus(work.Subscription.Status) : SubscriptionsErrors.SameRouter;
            }

            var router = await LineContent.RouterForAsync(work.Context, routerId, await SubscriptionTransitions.PlanAsync(work.Context, work.Subscription.PlanId, token), token);
            return router.Succeeded
                ? await SubscriptionLifecycle.ScheduleAsync(work, SubscriptionChangeKind.MoveRouter, onDay!.Value, reason, token, routerId: routerId)
                : router.Error;
        },
        cancellationToken);

    public Task<Result> MoveHouseAsync(Guid subscriptionId, long version, MoveHouseRequest request, CancellationToken cancellationToken) =>
        Refuse(request) is { } refused
            ? Task.FromResult<Result>(refused)
            : DoAsync(
                SubscriptionsPermissions.SubscriptionsWrite,
                subscriptionId,
                version,
                request.Reason,
                async (work, token) =>
                {
                    var subscription = work.Subscription;
                    if (work.Lifecycle == AccessLifecycle.Terminated)
                    {
                        return SubscriptionsErrors.WrongStatus(subscription.Status);
                    }

                    (subscription.Address, subscription.Latitude, subscription.Longitude) = (request.Address.Trim(), request.Latitude, request.Longitude);
                    // Where it was stands in the audit, which masks it; here only that it moved.
                    work.Note(SubscriptionHistoryKind.HouseMoved, request.Reason);
                    return request.RouterId is { } router && router != subscription.RouterId ? await SubscriptionTransitions.MoveRouterAsync(work, router, request.Reason, token) : null;
                },
                cancellationToken);

    public Task<Result> MoveAccountAsync(Guid subscriptionId, long version, Guid billingAccountId, CancellationToken cancellationToken) => DoAsync(
        SubscriptionsPermissions.SubscriptionsWrite,
        subscriptionId,
        version,
        null,
        async (work, token) =>
        {
            var subscription = work.Subscription;
            var accounts = await work.Context.Set<BillingAccount>().AsNoTracking().Where(a => a.Id == billingAccountId || a.Id == subscription.BillingAccountId).ToListAsync(token);
            var account = accounts.Find(a => a.Id == billingAccountId);
            if (account is null || account.CustomerId != subscription.CustomerId)
            {
                return account is null ? CustomersErrors.AccountNotFound : CommonErrors.Invalid([new FieldError("billingAccountId", "subscriptions.other_customer")]);
            }

            if (account.ClosedAtUtc is not null || work.Lifecycle == AccessLifecycle.Terminated)
            {
                return account.ClosedAtUtc is not null ? SubscriptionsErrors.AccountClosed : SubscriptionsErrors.WrongStatus(subscription.Status);
            }

            if (subscription.BillingAccountId != billingAccountId)
            {
                var before = accounts.Find(a => a.Id == subscription.BillingAccountId)?.Number;
                subscription.BillingAccountId = billingAccountId;
                work.Note(SubscriptionHistoryKind.AccountChanged, null, work.Today, before, account.Number);
                work.Context.AddEvent(new SubscriptionTermsChanged(subscription.Id));
            }

            return null;
        },
        cancellationToken);

    public Task<Result> RenameAsync(Guid subscriptionId, long version, string username, CancellationToken cancellationToken) =>
        !UsernamePattern.IsUsername(username)
            ? Task.FromResult<Result>(CommonErrors.Invalid([new FieldError("username", string.IsNullOrWhiteSpace(username) ? "common.required" : "subscriptions.username_characters")]))
            : DoAsync(
                SubscriptionsPermissions.SubscriptionsWrite,
                subscriptionId,
                version,
                null,
                async (work, token) =>
                {
                    var (subscription, wanted) = (work.Subscription, work.Wanted);
                    if (work.Lifecycle == AccessLifecycle.Terminated)
                    {
                        return SubscriptionsErrors.WrongStatus(subscription.Status);
                    }

                    if (subscription.Username == username)
                    {
                        return null;
                    }

                    var key = DesiredAccessRecord.KeyOf(wanted.Service, username);
                    if (await work.Context.Set<DesiredAccessRecord>().AnyAsync(w => w.UsernameKey == key && w.AccessId != wanted.AccessId, token))
                    {
                        return NetworkErrors.UsernameTaken(username);
                    }

                    var before = subscription.Username;
                    (subscription.Username, wanted.Username, wanted.UsernameKey) = (username, username, key);
                    work.Note(SubscriptionHistoryKind.Renamed, null, null, before, username);
                    work.WantLine("renamed");
                    return null;
                },
                cancellationToken);

    public async Task<Result<string>> NewPasswordAsync(Guid subscriptionId, long version, CancellationToken cancellationToken)
    {
        var password = LinePassword.Generate((await writing.SettingsAsync(cancellationToken)).PasswordLength);
        var done = await DoAsync(
            SubscriptionsPermissions.SubscriptionsPassword,
            subscriptionId,
            version,
            null,
            (work, _) =>
            {
                if (work.Lifecycle == AccessLifecycle.Terminated || work.Subscription.Service == AccessService.Static)
                {
                    return Task.FromResult<Error?>(work.Lifecycle == AccessLifecycle.Terminated ? SubscriptionsErrors.WrongStatus(work.Subscription.Status) : SubscriptionsErrors.OtherService);
                }

                AccessWriting.SetPassword(work.Wanted, password);
                work.Note(SubscriptionHistoryKind.PasswordChanged);
                work.WantLine("new password");
                return Task.FromResult<Error?>(null);
            },
            cancellationToken);
        return done.Succeeded ? password : done.Error;
    }

    public Task<Result> BindLineAsync(Guid subscriptionId, long version, BindLineRequest request, CancellationToken cancellationToken)
    {
        var callerId = request.CallerId?.Trim().ToUpperInvariant();
        var address = request.FixedAddress?.Trim();
        if (!LineRules.IsMac(callerId) || (!string.IsNullOrEmpty(address) && Ipv4.ToNumber(address) is null))
        {
            return Task.FromResult<Result>(CommonErrors.Invalid(
                [.. new[] { LineRules.IsMac(callerId) ? null : new FieldError("callerId", "network.not_a_mac"), string.IsNullOrEmpty(address) || Ipv4.ToNumber(address) is not null ? null : new FieldError("fixedAddress", "network.not_an_address") }.OfType<FieldError>()]));
        }

        return DoAsync(
            SubscriptionsPermissions.SubscriptionsActivate,
            subscriptionId,
            version,
            null,
            async (work, token) =>
            {
                var wanted = work.Wanted;
                if (work.Lifecycle == AccessLifecycle.Terminated)
                {
                    return SubscriptionsErrors.WrongStatus(work.Subscription.Status);
                }

                if (wanted.Service == AccessService.Static && address is { Length: 0 })
                {
                    return CommonErrors.Invalid([new FieldError("fixedAddress", "common.required")]);
                }

                if ((callerId is null || callerId == wanted.CallerId) && (address is null || address == wanted.FixedAddress))
                {
                    return null;
                }

                var before = Words(wanted);
                wanted.CallerId = callerId ?? wanted.CallerId;
                if (address is not null && address != wanted.FixedAddress)
                {
                    var was = wanted.FixedAddressNumber;
                    wanted.FixedAddress = address;
                    if (await AddressClaims.ClaimAsync(work.Context, wanted, was, token) is { } given)
                    {
                        return given;
                    }
                }

                work.Note(SubscriptionHistoryKind.BindingChanged, null, null, before, Words(wanted));
                work.WantLine("binding changed");
                return null;
            },
            cancellationToken);
    }

    /// <summary>The first day of the next period: behind what is paid for, or counted from the first day.</summary>
    internal static DateOnly NextPeriodOf(Subscription subscription, PlanPeriod period, DateOnly today) =>
        subscription.EndsOn is { } end && end >= today ? end.AddDays(1) : SubscriptionCalendar.NextStart(subscription.StartsOn, period, today);

    private static string? Words(DesiredAccessRecord wanted) =>
        string.Join(' ', new[] { wanted.CallerId, wanted.FixedAddress }.Where(text => !string.IsNullOrEmpty(text))) is { Length: > 0 } words ? words : null;

    private static Error? Refuse(ChangePlanRequest request)
    {
        var fields = new List<FieldError>();
        if (request.Moment == ChangeMoment.OnDay && request.OnDay is null)
        {
            fields.Add(new("onDay", "common.required"));
        }

        if (request.AgreedPrice is { } agreed && !PlanValidation.IsAmount(agreed))
        {
            fields.Add(new("agreedPrice", "subscriptions.not_an_amount"));
        }

        return fields.Count > 0 ? CommonErrors.Invalid(fields) : SubscriptionWriting.RefuseReason(request.Reason);
    }

    private static Error? Refuse(MoveHouseRequest request)
    {
        var fields = new List<FieldError>(PlainText.Judge(request));
        if (string.IsNullOrWhiteSpace(request.Address) || request.Address.Length > LongestAddress)
        {
            fields.Add(string.IsNullOrWhiteSpace(request.Address) ? new("address", "common.required") : new("address", "common.too_long", LongestAddress));
        }

        if (request.Latitude is < -90 or > 90 || (request.Latitude is null && request.Longitude is not null))
        {
            fields.Add(new("latitude", request.Latitude is null ? "common.required" : "common.out_of_range", -90, 90));
        }

        if (request.Longitude is < -180 or > 180 || (request.Longitude is null && request.Latitude is not null))
        {
            fields.Add(new("longitude", request.Longitude is null ? "common.required" : "common.out_of_range", -180, 180));
        }

        return fields.Count > 0 ? CommonErrors.Invalid(fields) : null;
    }

    private async Task<Result> DoAsync(
        string permission, Guid subscriptionId, long version, string? reason, Func<SubscriptionWork, CancellationToken, Task<Error?>> change, CancellationToken cancellationToken) =>
        (actor.Deny(permission) ?? SubscriptionWriting.RefuseReason(reason)) is { } refused ? refused : await writing.ChangeAsync(subscriptionId, version, reason, change, cancellationToken);
}
