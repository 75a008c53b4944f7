using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.SignUps;

internal sealed class SignUps(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ISubscriptionSales sales, TimeProvider clock) : ISignUps
{
    private const long Mega = 1_000_000;

    public async Task<Result<Page<SignUpRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var drafts = context.Set<SignUpDraft>().AsNoTracking();
        drafts = context.CustomersWith(page.SearchOrNull) is { } customers ? drafts.Where(d => d.CustomerId != null && customers.Contains(d.CustomerId.Value)) : drafts;
        var rows = await drafts.OrderByDescending(d => d.UpdatedAtUtc).ThenBy(d => d.Id).Skip(page.Skip).Take(page.Take)
            .Select(d => new SignUpRow(d.Id, context.Set<Customer>().Where(c => c.Id == d.CustomerId).Select(c => c.CompanyName ?? c.Name).FirstOrDefault(), d.Step, d.CreatedBy, d.UpdatedAtUtc)).ToListAsync(cancellationToken);
        return Page<SignUpRow>.Of(rows, page, await drafts.LongCountAsync(cancellationToken));
    }

    public async Task<Result<SignUp>> BeginAsync(Guid signUpId, Guid? customerId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, signUpId, cancellationToken) is { } there)
        {
            return ValueOf(there);
        }

        if (await context.Set<Subscription>().AnyAsync(s => s.Id == signUpId, cancellationToken))
        {
            return SubscriptionsErrors.SignUpNotFound;
        }

        if (customerId is { } id && !await context.Set<Customer>().AnyAsync(c => c.Id == id && c.RemovedAtUtc == null, cancellationToken))
        {
            return CustomersErrors.NotFound;
        }

        var draft = new SignUpDraft
        {
            Id = signUpId,
            CustomerId = customerId,
            Step = customerId is null ? SignUpStep.Customer : SignUpStep.Place,
            Content = JsonSerializer.Serialize(new SignUpContent { CustomerId = customerId }),
            CreatedBy = actor.Actor.Name,
            CreatedById = actor.Actor.Id,
            CreatedAtUtc = clock.UtcNow(),
            UpdatedAtUtc = clock.UtcNow(),
        };
        context.Add(draft);
        var saved = await context.TrySaveAsync(SubscriptionsErrors.IdTaken, cancellationToken);
        return saved.Succeeded ? ValueOf(draft) : saved.Error;
    }

    public async Task<Result<SignUp>> GetAsync(Guid signUpId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, signUpId, cancellationToken) is { } draft ? ValueOf(draft) : SubscriptionsErrors.SignUpNotFound;
    }

    public async Task<Result<SignUp>> SaveAsync(Guid signUpId, long version, SignUpStep step, SignUpContent content, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        if (PlainText.Judge(content) is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await FindAsync(context, signUpId, cancellationToken);
        if (draft is null)
        {
            return SubscriptionsErrors.SignUpNotFound;
        }

        if (draft.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (content.CustomerId is { } id && id != draft.CustomerId && !await context.Set<Customer>().AnyAsync(c => c.Id == id && c.RemovedAtUtc == null, cancellationToken))
        {
            return CustomersErrors.NotFound;
        }

        (draft.CustomerId, draft.Step, draft.Content, draft.UpdatedAtUtc) = (content.CustomerId, step, JsonSerializer.Serialize(content), clock.UtcNow());
        var saved = await context.TrySaveAsync(null, cancellationToken);
        return saved.Succeeded ? ValueOf(draft) : saved.Error;
    }

    public async Task<Result> DiscardAsync(Guid signUpId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, signUpId, cancellationToken) is not { } draft)
        {
            return SubscriptionsErrors.SignUpNotFound;
        }

        context.Remove(draft);
        context.AddEvent(new SignUpDiscarded(signUpId));
        return await context.TrySaveAsync(null, cancellationToken);
    }

    public async Task<Result<SoldSubscription>> FinishAsync(Guid signUpId, long version, CancellationToken cancellationToken)
    {
        var found = await GetAsync(signUpId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        if (found.Value.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var content = found.Value.Content;
        var missing = Missing(content).ToList();
        if (missing.Count > 0)
        {
            return CommonErrors.Invalid([.. missing.Select(field => new FieldError(field, "common.required"))]);
        }

        var sold = await sales.SellAsync(signUpId, RequestOf(content), cancellationToken);
        if (sold.Succeeded)
        {
            // The sale counts; a draft that is left behind would only be one to throw away.
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Set<SignUpDraft>().Where(d => d.Id == signUpId).ExecuteDeleteAsync(cancellationToken);
        }

        return sold;
    }

    public async Task<Result<IReadOnlyList<RouterOffer>>> ListRoutersAsync(double? latitude, double? longitude, Guid? planId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var fastest = planId is { } id ? await context.Set<ServicePlan>().Where(p => p.Id == id).Select(p => p.DownBitsPerSecond > p.UpBitsPerSecond ? p.DownBitsPerSecond : p.UpBitsPerSecond).FirstOrDefaultAsync(cancellationToken) : 0;
        var routers = await context.Set<Router>().AsNoTracking().Where(r => r.Enabled && r.RemovedAtUtc == null).ToListAsync(cancellationToken);
        var lines = await context.Set<Subscription>().AsNoTracking().Where(s => s.Status != SubscriptionStatus.Terminated).GroupBy(s => s.RouterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return Result.Of<IReadOnlyList<RouterOffer>>(
        [
            .. routers.Select(router => new RouterOffer(
                router.Id,
                router.Name,
                router.Site,
                latitude is { } lat && longitude is { } lng && router.Latitude is { } routerLat && router.Longitude is { } routerLng ? Distance.Kilometres(lat, lng, routerLat, routerLng) : null,
                lines.GetValueOrDefault(router.Id),
                router.CapacitySessions,
                router.CapacityMegabits,
                router.CapacityMegabits is not { } capacity || fastest <= capacity * Mega))
                .OrderByDescending(offer => offer.CarriesPlan).ThenBy(offer => offer.DistanceKm ?? double.MaxValue).ThenBy(offer => offer.Name, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    private static IEnumerable<string> Missing(SignUpContent content)
    {
        if (content.CustomerId is null)
        {
            yield return "customerId";
        }

        if (content.PlanId is null || content.PriceId is null)
        {
            yield return "planId";
        }

        if (content.RouterId is null)
        {
            yield return "routerId";
        }

        if (content.BillingAccountId is null)
        {
            yield return "billingAccountId";
        }

        if (content.StartsOn is null)
        {
            yield return "startsOn";
        }
    }

    private static SellSubscriptionRequest RequestOf(SignUpContent content) => new(content.BillingAccountId!.Value, content.PlanId!.Value, content.PriceId!.Value, content.RouterId!.Value, content.StartsOn!.Value)
    {
        Username = content.Username,
        FixedAddress = content.FixedAddress,
        CallerId = content.CallerId,
        Address = content.Address,
        Latitude = content.Latitude,
        Longitude = content.Longitude,
        InstallationFee = content.InstallationFee,
        IsTrial = content.IsTrial,
        ActivateNow = content.ActivateNow,
        AddOns = content.AddOns,
        Promotion = content.Promotion,
        Note = content.Note,
    };

    private static SignUp ValueOf(SignUpDraft draft) => new(draft.Id, draft.Step, JsonSerializer.Deserialize<SignUpContent>(draft.Content)!, draft.Version);

    private static Task<SignUpDraft?> FindAsync(PortalDbContext context, Guid signUpId, CancellationToken cancellationToken) =>
        context.Set<SignUpDraft>().FirstOrDefaultAsync(d => d.Id == signUpId, cancellationToken);

    private Error? Denied => actor.Deny(SubscriptionsPermissions.SubscriptionsWrite);
}
