using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>
/// What is paid for before it begins: a pro forma becomes an invoice once the account's credit is enough for it, and lapses the day after its own; lines whose time ran out are billed from the day on
/// which the credit is enough. Inside the caller's transaction, the account locked.
/// </summary>
internal sealed class PrepaidOffers(BillingFacts facts, BillMaker maker, BillWriter writer, LedgerBook ledger, TimeProvider clock)
{
    /// <summary>Pays offers, the oldest first, then lines that ran out, each as a whole or not at all.</summary>
    public async Task<Result> PayAsync(PortalDbContext context, Guid accountId, Money tolerance, DateOnly today, CancellationToken cancellationToken)
    {
        await LapseAsync(context, accountId, today, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var credit = await context.CreditOfAsync(accountId, cancellationToken);
        // One that gives back more than it takes needs nobody to pay it.
        var open = await OpenAsync(context, accountId, today, cancellationToken);
        if ((credit <= Money.Zero && open.TrueForAll(offer => offer.PayableMinor > 0)) || (await facts.ReadAsync(context, [accountId], today, cancellationToken)).SingleOrDefault() is not { } account)
        {
            return Result.Success;
        }

        foreach (var offer in open)
        {
            if (offer.PayableMinor > 0 && (credit <= Money.Zero || credit + tolerance < Money.Idr(offer.PayableMinor)))
            {
                break;
            }

            var made = maker.Make(account, InvoiceKind.Invoice, await LinesAsync(context, offer, cancellationToken), today, null, offer.Id, context.Actor.Name);
            await ReleaseAsync(context, offer, InvoiceState.Replaced, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            if ((await WriteAsync(context, made, credit, today, cancellationToken)).Error is { } error)
            {
                return error;
            }

            credit = await context.CreditOfAsync(accountId, cancellationToken);
        }

        if (credit > Money.Zero && Renewal(account, today) is { } renewal && Money.Idr(renewal.Invoice.PayableMinor) is { IsZero: false } price && credit + tolerance >= price)
        {
            return await WriteAsync(context, renewal, credit, today, cancellationToken);
        }

        return Result.Success;
    }

    /// <summary>What it would take today to bring back the lines of an account that ran out; null: none did.</summary>
    public async Task<Money?> RenewalAsync(PortalDbContext context, Guid accountId, DateOnly today, CancellationToken cancellationToken) =>
        (await facts.ReadAsync(context, [accountId], today, cancellationToken)).SingleOrDefault() is { } account && Renewal(account, today) is { } made ? Money.Idr(made.Invoice.PayableMinor) : null;

    /// <summary>Pro formas that can be paid, the oldest first.</summary>
    public static Task<List<Invoice>> OpenAsync(PortalDbContext context, Guid accountId, DateOnly today, CancellationToken cancellationToken) => context.Set<Invoice>().Include(i => i.Lines)
        .Where(i => i.BillingAccountId == accountId && i.Kind == InvoiceKind.ProForma && i.State == InvoiceState.Issued && i.DueOn >= today).OrderBy(i => i.DueOn).ThenBy(i => i.Number).ToListAsync(cancellationToken);

    /// <summary>Takes back offers whose day is over. Lines that had been given their days without a payment end with the day before.</summary>
    public async Task<int> LapseAsync(PortalDbContext context, Guid accountId, DateOnly today, CancellationToken cancellationToken)
    {
        var late = await context.Set<Invoice>().Include(i => i.Lines).Where(i => i.BillingAccountId == accountId && i.Kind == InvoiceKind.ProForma && i.State == InvoiceState.Issued && i.DueOn < today).ToListAsync(cancellationToken);
        foreach (var offer in late)
        {
            await ReleaseAsync(context, offer, InvoiceState.Lapsed, cancellationToken);
            foreach (var period in PeriodsOf(offer.Lines.Select(line => (line.Kind, line.SubscriptionId, line.FromOn, line.ToOn))))
            {
                context.AddEvent(new LineUnpaid(period.SubscriptionId, offer.Id, period.FromOn, today.AddDays(-1)));
            }
        }

        return late.Count;
    }

    private static IEnumerable<(Guid SubscriptionId, DateOnly FromOn, DateOnly ToOn)> PeriodsOf(IEnumerable<(ChargeKind Kind, Guid? SubscriptionId, DateOnly? FromOn, DateOnly? ToOn)> lines) =>
        lines.Where(line => line is { Kind: ChargeKind.Period, SubscriptionId: not null, FromOn: not null, ToOn: not null }).GroupBy(line => line.SubscriptionId!.Value)
            .Select(group => (group.Key, group.Min(line => line.FromOn!.Value), group.Max(line => line.ToOn!.Value)));

    // Its charges are free to be billed by another.
    private static async Task ReleaseAsync(PortalDbContext context, Invoice offer, InvoiceState state, CancellationToken cancellationToken)
    {
        await context.Set<ChargeClaim>().Where(c => c.InvoiceId == offer.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<DeferredPart>().Where(p => p.InvoiceId == offer.Id).ExecuteDeleteAsync(cancellationToken);
        offer.State = state;
    }

    private static async Task<IReadOnlyList<BillLine>> LinesAsync(PortalDbContext context, Invoice offer, CancellationToken cancellationToken)
    {
        var parts = (await context.Set<DeferredPart>().AsNoTracking().Where(p => p.InvoiceId == offer.Id).ToListAsync(cancellationToken)).ToLookup(p => p.LineNo);
        return [.. offer.Lines.OrderBy(line => line.No).Select(line => line.ToLine([.. parts[line.No].OrderBy(p => p.FromOn).Select(p => new SpreadPart(p.FromOn, p.ToOn, Money.Idr(p.AmountMinor)))]))];
    }

    private MadeBill? Renewal(AccountFacts account, DateOnly today)
    {
        var gone = account.Facts.Subscriptions.Where(line => account.Prepaid.Contains(line.Id) && line.TerminatedOn is null && line.Lapses.Any(lapse => lapse.ToOn is null)).Select(line => line.Id).ToHashSet();
        if (gone.Count == 0)
        {
            return null;
        }

        var back = account with { Facts = account.Facts with { Subscriptions = [.. account.Facts.Subscriptions.Where(line => gone.Contains(line.Id)).Select(line => line with { Lapses = Closed(line.Lapses, today) })], MinimumCharge = default } };
        var lines = BillMaker.LinesOf(back, today);
        return lines.Any(line => line.Kind == ChargeKind.Period && line.ToOn >= today) ? maker.Make(account, InvoiceKind.Invoice, lines, today, null, null, "system") : null;
    }

    private static IReadOnlyList<DaySpan> Closed(IReadOnlyList<DaySpan> lapses, DateOnly today) => [.. lapses.Select(lapse => lapse.ToOn is null ? lapse with { ToOn = today.AddDays(-1) } : lapse).Where(lapse => lapse.ToOn >= lapse.FromOn)];

    private async Task<Result> WriteAsync(PortalDbContext context, MadeBill made, Money credit, DateOnly today, CancellationToken cancellationToken)
    {
        if ((await writer.WriteAsync(context, [made], new Dictionary<Guid, Money> { [made.Invoice.BillingAccountId] = credit }, today, cancellationToken)).Error is { } refused)
        {
            return refused;
        }

        var (id, accountId, missing) = (made.Invoice.Id, made.Invoice.BillingAccountId, made.Invoice.OutstandingMinor);
        if (missing > 0)
        {
            var occasion = new LedgerOccasion($"rounding:{id:N}:{id:N}", today, clock.UtcNow(), made.Invoice.Number!, id);
            if ((await ledger.PostAsync(context, LedgerPostings.RoundingWrittenOff(occasion, accountId, id, Money.Idr(missing)), cancellationToken)).Error is { } error)
            {
                return error;
            }

            var now = clock.UtcNow();
            await context.Set<Invoice>().Where(i => i.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.SettledMinor, i => i.SettledMinor + missing).SetProperty(i => i.SettledAtUtc, now).SetProperty(i => i.Version, i => i.Version + 1), cancellationToken);
        }

        var prepaid = await context.Set<Subscription>().Where(s => s.BillingAccountId == accountId).Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var period in PeriodsOf(made.Invoice.Lines.Select(line => (line.Kind, line.SubscriptionId, line.FromOn, line.ToOn))).Where(period => prepaid.Contains(period.SubscriptionId)))
        {
            context.AddEvent(new LinePaidAhead(period.SubscriptionId, id, period.ToOn));
        }

        return await LedgerBook.SaveAsync(context, cancellationToken);
    }
}
