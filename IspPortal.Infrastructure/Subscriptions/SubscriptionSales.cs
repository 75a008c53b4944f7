using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Offers;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

internal sealed class SubscriptionSales(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, SubscriptionWriting writing) : ISubscriptionSales
{
    private const int MostAttempts = 20;

    private TimeProvider Clock => writing.Clock;

    public async Task<Result<SoldSubscription>> SellAsync(Guid subscriptionId, SellSubscriptionRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(SubscriptionsPermissions.SubscriptionsWrite) ?? (request.AgreedPrice is null ? null : actor.Deny(SubscriptionsPermissions.SubscriptionsPrice))) is { } denied)
        {
            return denied;
        }

        var today = await writing.TodayAsync(cancellationToken);
        if ((await new SellSubscriptionRequestValidator(today).ValidateAsync(request, cancellationToken)).ErrorOrNull() is { } invalid)
        {
            return invalid;
        }

        // A name of the pattern that somebody else was faster with is made again; one that a person typed is theirs to change.
        for (var attempt = 1; ; attempt++)
        {
            var sold = await TrySellAsync(subscriptionId, request, today, attempt, cancellationToken);
            if (sold.Error?.Code != NetworkErrors.UsernameTaken("").Code || attempt == MostAttempts || (!string.IsNullOrWhiteSpace(request.Username) && !await WasOnlySeenAsync(request, sold.Error, cancellationToken)))
            {
                return sold;
            }
        }
    }

    public async Task<Result<string>> SuggestUsernameAsync(Guid customerId, Guid planId, Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await context.Set<Customer>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == customerId, cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        var router = await context.Set<Core.Network.Routers.Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        if (customer is null || plan is null || router is null)
        {
            return customer is null ? CustomersErrors.NotFound : plan is null ? PlanErrors.PlanNotFound : NetworkErrors.RouterNotFound;
        }

        // The number is only known by the sale; what comes next is shown so that one sees the shape.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var number = await context.TakeNumbersAsync(Subscription.NumberPrefix, await writing.TodayAsync(cancellationToken), 1, cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
        var settings = await writing.SettingsAsync(cancellationToken);
        var parts = new UsernameParts(customer.DisplayName, customer.Phone, customer.City, number[0], router.Name, plan.Slug);
        return await FreeUsernameAsync(context, settings.UsernamePattern, parts, plan.Service, 1, cancellationToken);
    }

    private async Task<bool> WasOnlySeenAsync(SellSubscriptionRequest request, Error error, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var service = await context.Set<ServicePlan>().Where(p => p.Id == request.PlanId).Select(p => (AccessService?)p.Service).FirstOrDefaultAsync(cancellationToken);
        return service is { } known && await AccessWriting.WasOnlySeenAsync(contexts, known, request.Username!, error, cancellationToken);
    }

    private async Task<Result<SoldSubscription>> TrySellAsync(Guid subscriptionId, SellSubscriptionRequest request, DateOnly today, int attempt, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The number comes first: it takes the writer's turn, and two clicks come one after the other.
        var number = (await context.TakeNumbersAsync(Subscription.NumberPrefix, today, 1, cancellationToken))[0];
        if (await context.Set<Subscription>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == subscriptionId, cancellationToken) is { } before)
        {
            return before.BillingAccountId == request.BillingAccountId && before.CreatedBy == actor.Actor.Name
                ? new SoldSubscription(before.Id, before.Number, before.AccessId, before.Username, null)
                : SubscriptionsErrors.IdTaken;
        }

        var account = await context.Set<BillingAccount>().AsNoTracking().Include(a => a.Customer).FirstOrDefaultAsync(a => a.Id == request.BillingAccountId, cancellationToken);
        if (account?.Customer is not { } customer)
        {
            return CustomersErrors.AccountNotFound;
        }

        if (customer.RemovedAtUtc is not null || account.ClosedAtUtc is not null)
        {
            return customer.RemovedAtUtc is not null ? CustomersErrors.Removed : SubscriptionsErrors.AccountClosed;
        }

        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        if (plan is null || plan.RetiredAtUtc is not null)
        {
            return plan is null ? PlanErrors.PlanNotFound : SubscriptionsErrors.PlanRetired;
        }

        if ((plan.Audience & AudienceOf(customer.Kind)) == PlanAudience.None && !actor.Actor.May(PlanPermissions.PlansWrite))
        {
            return CommonErrors.Invalid([new FieldError("planId", "subscriptions.plan_not_offered")]);
        }

        var price = await context.Set<PlanPrice>().AsNoTracking().Where(p => p.PlanId == plan.Id && p.ValidFromOn <= request.StartsOn).OrderByDescending(p => p.ValidFromOn).FirstOrDefaultAsync(cancellationToken);
        if (price is null || price.Id != request.PriceId)
        {
            return price is null ? PlanErrors.NoPriceOn(request.StartsOn) : PlanErrors.PriceChanged(price.Price);
        }

        var router = await LineContent.RouterForAsync(context, request.RouterId, plan, cancellationToken);
        if (!router.Succeeded)
        {
            return router.Error;
        }

        var settings = await writing.SettingsAsync(cancellationToken);
        var username = string.IsNullOrWhiteSpace(request.Username)
            ? await FreeUsernameAsync(
                context, settings.UsernamePattern, new UsernameParts(customer.DisplayName, customer.Phone, customer.City, number, router.Value.Name, plan.Slug), plan.Service, attempt, cancellationToken)
            : request.Username;
        var fixedAddress = request.FixedAddress?.Trim() ?? "";
        if (fixedAddress.Length == 0 && (plan.Service == AccessService.Static || await OfferSelling.HasAddressAsync(context, request.AddOns, cancellationToken)))
        {
            return CommonErrors.Invalid([new FieldError("fixedAddress", "common.required")]);
        }

        var generated = plan.Service == AccessService.Static || !string.IsNullOrEmpty(request.Password) ? null : LinePassword.Generate(settings.PasswordLength);
        var password = plan.Service == AccessService.Static ? null : generated ?? request.Password;
        var line = await TakeLineAsync(context, request, plan, username, password, fixedAddress, LineContent.NoteOf(number, customer.DisplayName), cancellationToken);
        if (!line.Succeeded)
        {
            return line.Error;
        }

        var wanted = line.Value;
        wanted.KeptBy = number;
        wanted.ThrottledRateLimit = LineContent.ThrottledRateOf(plan);
        var now = Clock.UtcNow();
        var subscription = new Subscription
        {
            Id = subscriptionId,
            Number = number,
            CustomerId = customer.Id,
            BillingAccountId = account.Id,
            AccessId = wanted.AccessId,
            Service = plan.Service,
            PlanId = plan.Id,
            PriceId = price.Id,
            AgreedPrice = request.AgreedPrice,
            Price = request.AgreedPrice ?? price.Price,
            InstallationFee = request.InstallationFee ?? price.InstallationFee,
            RouterId = request.RouterId,
            Username = username,
            Status = SubscriptionStatus.Pending,
            IsTrial = request.IsTrial,
            AutoRenew = request.AutoRenew && !request.IsTrial,
            StartsOn = request.StartsOn,
            EndsOn = SubscriptionTransitions.EndOf(request.IsTrial, plan, request.StartsOn, settings),
            ContractEndsOn = SubscriptionTransitions.ContractEndOf(plan, request.StartsOn),
            Address = Blank(request.Address),
            Latitude = request.Latitude,
            Longitude = request.Longitude,
            Note = Blank(request.Note),
            CreatedBy = actor.Actor.Name,
            CreatedAtUtc = now,
            UpdatedAtUtc = now,
        };
        context.Add(subscription);
        context.Add(SubscriptionTransitions.TermOf(subscription, subscription.StartsOn));
        context.AddEvent(new SubscriptionSold(subscription.Id));
        var work = new SubscriptionWork(context, subscription, wanted, [], null, today, settings, Clock);
        work.Note(SubscriptionHistoryKind.Sold, null, subscription.StartsOn, null, plan.Slug);
        // A line that was taken over as held is not switched on by being sold.
        foreach (var hold in Enum.GetValues<AccessHolds>().Where(hold => hold != AccessHolds.None && wanted.Holds.HasFlag(hold)))
        {
            work.Hold(hold, null);
        }

        if ((await OfferSelling.AddAsync(work, request.AddOns, subscription.StartsOn, plan.Service != AccessService.Static, "addOns", null, cancellationToken)
            ?? (request.Promotion is { IsNone: false } promotion ? await OfferSelling.GiveAsync(work, promotion, plan.Period, subscription.StartsOn, null, cancellationToken) : null)) is { } notOffered)
        {
            return notOffered;
        }

        // One that was taken over and works is not cut off by being sold.
        if (request.ActivateNow || wanted.Lifecycle == AccessLifecycle.Live)
        {
            work.Lifecycle = AccessLifecycle.Live;
            subscription.ActivatedAtUtc = now;
            work.Note(SubscriptionHistoryKind.Activated, null, subscription.StartsOn);
            work.WantLine("activated");
        }

        if (await work.FinishAsync(null, cancellationToken) is { } refused)
        {
            return refused;
        }

        var saved = await writing.SaveAsync(context, wanted, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        await transaction.CommitAsync(cancellationToken);
        return new SoldSubscription(subscription.Id, number, wanted.AccessId, username, generated is not null && wanted.Password == generated ? generated : null);
    }

    // A line that was taken over from a router and belongs to nobody yet may become this one; it keeps its password when none is given.
    private async Task<Result<DesiredAccessRecord>> TakeLineAsync(
        PortalDbContext context, SellSubscriptionRequest request, ServicePlan plan, string username, string? password, string fixedAddress, string note, CancellationToken cancellationToken)
    {
        var callerId = Blank(request.CallerId)?.ToUpperInvariant() ?? "";
        var key = DesiredAccessRecord.KeyOf(plan.Service, username);
        var owned = request.MayAdopt ? await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.UsernameKey == key && w.KeptBy == null && w.Lifecycle != AccessLifecycle.Terminated, cancellationToken) : null;
        var twin = owned is null ? null : await AccessWriting.PartnerOfAsync(context, request.RouterId, cancellationToken);
        var wish = await LineContent.RequestAsync(
            context,
            plan,
            request.RouterId,
            username,
            owned is not null && string.IsNullOrEmpty(request.Password) ? null : password,
            fixedAddress.Length == 0 && owned is not null ? owned.FixedAddress : fixedAddress,
            callerId.Length == 0 && owned is not null ? owned.CallerId : callerId,
            owned?.Note ?? note,
            twin,
            request.MayAdopt,
            cancellationToken);
        if ((await new SaveAccessRequestValidator().ValidateAsync(wish, cancellationToken)).ErrorOrNull() is { } invalid)
        {
            return invalid;
        }

        if (owned is null)
        {
            return await AccessWriting.AddAsync(context, wish, AccessLifecycle.Pending, Clock, cancellationToken);
        }

        return await AccessWriting.ChangeAsync(context, owned, wish, cancellationToken) is { } against ? against : owned;
    }

    private static async Task<string> FreeUsernameAsync(PortalDbContext context, string pattern, UsernameParts parts, AccessService service, int attempt, CancellationToken cancellationToken)
    {
        for (; ; attempt++)
        {
            var username = UsernamePattern.Make(pattern, parts, attempt);
            var key = DesiredAccessRecord.KeyOf(service, username);
            if (!await context.Set<DesiredAccessRecord>().AnyAsync(w => w.UsernameKey == key, cancellationToken))
            {
                return username;
            }
        }
    }

    private static PlanAudience AudienceOf(CustomerKind kind) => kind switch
    {
        CustomerKind.Residential => PlanAudience.Residential,
        CustomerKind.Business => PlanAudience.Business,
        _ => PlanAudience.Enterprise,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
