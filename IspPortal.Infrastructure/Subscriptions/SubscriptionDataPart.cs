using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>
/// What subscriptions hold about a person. User names often are people's names: an ended line gets its number for one, here and with what it is found by, and routers that still keep it
/// disabled let it go at once. Numbers, plans, prices and days stay, which bills stand on.
/// </summary>
internal sealed class SubscriptionDataPart(TimeProvider clock) : ICustomerDataPart
{
    private const string Erased = "—";

    public string Name => "subscriptions";

    public async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        await ReadAsync(context, customerId, await OwnedSpan.OfPresentAsync(context, customerId, cancellationToken), cancellationToken);

    public async Task<object?> ReadFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        await ReadAsync(context, owner.CustomerId, await OwnedSpan.OfFormerAsync(context, owner, cancellationToken), cancellationToken);

    /// <summary>Lines go on through a name transfer: what happened to them is told to whoever owns them, words about a person to that person alone.</summary>
    private static async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, OwnedSpan span, CancellationToken cancellationToken)
    {
        var held = await context.Set<Subscription>().AsNoTracking().Where(s => s.CustomerId == customerId && (span.UntilUtc == null || s.CreatedAtUtc <= span.UntilUtc)).OrderBy(s => s.Number)
            .Select(s => new { s.Id, s.Number, s.Username, s.Status, s.StartsOn, s.EndsOn, s.Address, s.Latitude, s.Longitude, s.Note, s.ActivatedAtUtc, s.TerminatedAtUtc, s.TerminationReason }).ToListAsync(cancellationToken);
        var ids = held.ConvertAll(s => s.Id);
        var history = (await context.Set<SubscriptionHistoryEntry>().AsNoTracking().Where(h => ids.Contains(h.SubscriptionId)).OrderBy(h => h.AtUtc).ToListAsync(cancellationToken)).ToLookup(h => h.SubscriptionId);
        var pauses = (await context.Set<SubscriptionPause>().AsNoTracking().Where(p => ids.Contains(p.SubscriptionId)).OrderBy(p => p.FromOn).ToListAsync(cancellationToken)).ToLookup(p => p.SubscriptionId);
        var promotions = (await context.Set<SubscriptionPromotion>().AsNoTracking().Where(p => ids.Contains(p.SubscriptionId)).OrderBy(p => p.FromOn).ToListAsync(cancellationToken)).ToLookup(p => p.SubscriptionId);
        var addOns = (await (
            from bought in context.Set<SubscriptionAddOn>().AsNoTracking()
            join addOn in context.Set<PlanAddOn>() on bought.AddOnId equals addOn.Id
            where ids.Contains(bought.SubscriptionId)
            orderby bought.FromOn
            select new { bought.SubscriptionId, addOn.Name, bought.Quantity, bought.Price, bought.IsOneTime, bought.FromOn, bought.ToOn }).ToListAsync(cancellationToken)).ToLookup(a => a.SubscriptionId);
        var topUps = (await context.Set<QuotaTopUp>().AsNoTracking().Where(t => ids.Contains(t.SubscriptionId)).OrderBy(t => t.CreatedAtUtc).ToListAsync(cancellationToken)).ToLookup(t => t.SubscriptionId);
        bool IsTheirs(DateTime? endedAtUtc) => endedAtUtc is { } ended ? span.Holds(ended) : span.UntilUtc is null;
        bool IsTold(DateTime momentUtc) => span.UntilUtc is null || span.Holds(momentUtc);
        return held.Count == 0 ? null : held.ConvertAll(s => new
        {
            s.Number,
            Username = IsTheirs(s.TerminatedAtUtc) ? s.Username : null,
            s.Status,
            s.StartsOn,
            s.EndsOn,
            Address = IsTheirs(s.TerminatedAtUtc) ? s.Address : null,
            Latitude = IsTheirs(s.TerminatedAtUtc) ? s.Latitude : null,
            Longitude = IsTheirs(s.TerminatedAtUtc) ? s.Longitude : null,
            Note = IsTheirs(s.TerminatedAtUtc) ? s.Note : null,
            s.ActivatedAtUtc,
            s.TerminatedAtUtc,
            TerminationReason = IsTheirs(s.TerminatedAtUtc) ? s.TerminationReason : null,
            History = history[s.Id].Where(h => IsTold(h.AtUtc)).Select(h => span.Holds(h.AtUtc)
                ? new { h.AtUtc, h.Kind, h.EffectiveOn, h.Before, h.After, h.Reason }
                : new { h.AtUtc, h.Kind, h.EffectiveOn, Before = WordOf(h, h.Before), After = WordOf(h, h.After), Reason = (string?)null }),
            Pauses = pauses[s.Id].Where(p => IsTold(p.CreatedAtUtc)).Select(p => new { p.FromOn, p.ToOn, p.State, Reason = span.Holds(p.CreatedAtUtc) ? p.Reason : null }),
            AddOns = addOns[s.Id].Select(a => new { a.Name, a.Quantity, Price = a.Price.Minor, Currency = a.Price.Currency.Code, a.IsOneTime, a.FromOn, a.ToOn }),
            DataBought = topUps[s.Id].Where(t => IsTold(t.CreatedAtUtc)).Select(t => new { t.PeriodFromOn, t.Bytes, Price = t.Price.Minor, Currency = t.Price.Currency.Code, t.CreatedAtUtc, Reason = span.Holds(t.CreatedAtUtc) ? t.Reason : null }),
            Promotions = promotions[s.Id].Select(p => new { p.Name, p.Kind, p.Percent, p.Periods, p.FromOn, p.ToOn }),
        });
    }

    public async Task<Error?> RefuseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        await context.Set<Subscription>().AnyAsync(s => s.CustomerId == customerId && s.Status != SubscriptionStatus.Terminated, cancellationToken) ? CustomersErrors.StillServed : null;

    public async Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        foreach (var draft in await context.Set<SignUpDraft>().Where(d => d.CustomerId == customerId).ToListAsync(cancellationToken))
        {
            context.Remove(draft);
            context.AddEvent(new SignUpDiscarded(draft.Id));
        }

        var ids = await context.Set<Subscription>().Where(s => s.CustomerId == customerId).Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            await EraseLineAsync((await SubscriptionWork.LoadAsync(context, id, default, new SubscriptionSettings(), clock, cancellationToken))!, cancellationToken);
        }

        await context.Set<SubscriptionHistoryEntry>().Where(h => ids.Contains(h.SubscriptionId) && h.Kind == SubscriptionHistoryKind.Renamed)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Before, Erased).SetProperty(h => h.After, Erased), cancellationToken);
        await context.Set<SubscriptionHistoryEntry>().Where(h => ids.Contains(h.SubscriptionId) || h.CustomerId == customerId).ExecuteUpdateAsync(set => set.SetProperty(h => h.Reason, (string?)null), cancellationToken);
        await context.Set<SubscriptionPause>().Where(p => ids.Contains(p.SubscriptionId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Reason, (string?)null), cancellationToken);
        await context.Set<SubscriptionChange>().Where(c => ids.Contains(c.SubscriptionId)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Reason, (string?)null), cancellationToken);
        await context.Set<QuotaTopUp>().Where(t => ids.Contains(t.SubscriptionId)).ExecuteUpdateAsync(set => set.SetProperty(t => t.Reason, (string?)null), cancellationToken);
    }

    public async Task EraseFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken)
    {
        var (from, until) = await OwnedSpan.OfFormerAsync(context, owner, cancellationToken);
        var lines = context.Set<Subscription>().Where(s => s.CustomerId == owner.CustomerId);
        foreach (var id in await lines.Where(s => s.TerminatedAtUtc <= until && (from == null || s.TerminatedAtUtc > from)).Select(s => s.Id).ToListAsync(cancellationToken))
        {
            await EraseLineAsync((await SubscriptionWork.LoadAsync(context, id, default, new SubscriptionSettings(), clock, cancellationToken))!, cancellationToken);
        }

        foreach (var wanted in await context.Set<DesiredAccessRecord>().Where(w => w.FormerNote != null && lines.Any(s => s.AccessId == w.AccessId)).ToListAsync(cancellationToken))
        {
            wanted.FormerNote = null;
        }

        var ids = await lines.Select(s => s.Id).ToListAsync(cancellationToken);
        var history = context.Set<SubscriptionHistoryEntry>().Where(h => ids.Contains(h.SubscriptionId) && h.AtUtc <= until && (from == null || h.AtUtc > from));
        await history.Where(h => h.Kind == SubscriptionHistoryKind.Renamed).ExecuteUpdateAsync(set => set.SetProperty(h => h.Before, Erased).SetProperty(h => h.After, Erased), cancellationToken);
        await history.ExecuteUpdateAsync(set => set.SetProperty(h => h.Reason, (string?)null), cancellationToken);
        await context.Set<SubscriptionPause>().Where(p => ids.Contains(p.SubscriptionId) && p.CreatedAtUtc <= until && (from == null || p.CreatedAtUtc > from))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Reason, (string?)null), cancellationToken);
        await context.Set<SubscriptionChange>().Where(c => ids.Contains(c.SubscriptionId) && c.CreatedAtUtc <= until && (from == null || c.CreatedAtUtc > from))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Reason, (string?)null), cancellationToken);
        await context.Set<QuotaTopUp>().Where(t => ids.Contains(t.SubscriptionId) && t.CreatedAtUtc <= until && (from == null || t.CreatedAtUtc > from))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Reason, (string?)null), cancellationToken);
    }

    private static string? WordOf(SubscriptionHistoryEntry entry, string? word) => entry.Kind == SubscriptionHistoryKind.Renamed ? null : word;

    private static async Task EraseLineAsync(SubscriptionWork work, CancellationToken cancellationToken)
    {
        var (context, subscription, wanted) = (work.Context, work.Subscription, work.Wanted);
        var username = $"erased-{subscription.Number}".ToLowerInvariant();
        subscription.Username = username;
        subscription.Address = subscription.Note = subscription.TerminationReason = null;
        subscription.Latitude = subscription.Longitude = null;
        (wanted.Username, wanted.UsernameKey, wanted.Note, wanted.CallerId) = (username, DesiredAccessRecord.KeyOf(wanted.Service, username), subscription.Number, null);
        wanted.FormerNote = null;
        wanted.KeepDisabledUntilUtc = null;
        AccessWriting.SetPassword(wanted, null);
        var account = await context.Set<AccessAccount>().SingleAsync(a => a.Id == wanted.AccessId, cancellationToken);
        (account.Comment, account.SearchKey) = (null, AccessAccount.SearchKeyOf(username, null));
        if (await context.Set<AccessPlacement>().AnyAsync(p => p.AccessId == wanted.AccessId && p.AppliedState != null && p.AppliedState != AccessState.Absent, cancellationToken))
        {
            // Routers know it by its old name: the account is renamed once the last one has let it go.
            work.WantLine("erased");
        }
        else
        {
            account.Username = username;
        }

        await work.FinishAsync(null, cancellationToken);
    }
}
