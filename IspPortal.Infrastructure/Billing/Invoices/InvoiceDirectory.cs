using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Invoices;

internal sealed class InvoiceDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business) : IInvoiceDirectory
{
    public async Task<Result<Page<InvoiceRow>>> ListAsync(InvoiceFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Narrow(context, filter, page.SearchOrNull, today);
        var count = await found.LongCountAsync(cancellationToken);
        var invoices = count == 0 ? [] : await Sort(found, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        Guid[] accountIds = [.. invoices.Select(i => i.BillingAccountId).Distinct()];
        var numbers = await context.Set<BillingAccount>().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken);
        return Page<InvoiceRow>.Of([.. invoices.Select(i => RowOf(i, numbers[i.BillingAccountId], today))], page, count);
    }

    public async Task<Result<InvoiceTotals>> TotalsAsync(InvoiceFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sums = await Narrow(context, filter, page.SearchOrNull, today).GroupBy(_ => 1).Select(g => new
        {
            Count = g.LongCount(),
            Payable = g.Sum(i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor),
            Outstanding = g.Sum(i => i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma ? i.TotalMinor - i.WithheldMinor - i.CollectedMinor - i.SettledMinor : 0),
            Overdue = g.Sum(i => i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma && i.DueOn < today ? i.TotalMinor - i.WithheldMinor - i.CollectedMinor - i.SettledMinor : 0),
        }).SingleOrDefaultAsync(cancellationToken);
        return sums is null ? new InvoiceTotals(0, Money.Zero, Money.Zero, Money.Zero) : new InvoiceTotals(sums.Count, Money.Idr(sums.Payable), Money.Idr(sums.Outstanding), Money.Idr(sums.Overdue));
    }

    public async Task<Result<InvoiceDetails>> GetAsync(Guid invoiceId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, invoiceId, today, cancellationToken) is { } found ? found : InvoiceErrors.NotFound;
    }

    /// <summary>One whole bill for whoever has asked for permission already, or null.</summary>
    public static async Task<InvoiceDetails?> FindAsync(PortalDbContext context, Guid invoiceId, DateOnly today, CancellationToken cancellationToken)
    {
        var invoice = await context.Set<Invoice>().AsNoTracking().Include(i => i.Lines).Include(i => i.Taxes).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == invoiceId, cancellationToken);
        if (invoice is null)
        {
            return null;
        }

        var account = await context.Set<BillingAccount>().Where(a => a.Id == invoice.BillingAccountId).Select(a => new { a.Number, a.Name }).SingleAsync(cancellationToken);
        var customer = await context.Set<Customer>().Where(c => c.Id == invoice.CustomerId).Select(c => c.Number).SingleAsync(cancellationToken);
        var basedOn = invoice.BasedOnId is { } other ? await context.Set<Invoice>().Where(i => i.Id == other).Select(i => new { i.Id, i.Number }).SingleOrDefaultAsync(cancellationToken) : null;
        return new InvoiceDetails(
            RowOf(invoice, account.Number, today),
            account.Name,
            customer,
            invoice.BuyerAddress,
            [.. invoice.Lines.OrderBy(l => l.No).Select(l => new InvoiceLineRow(l.No, l.ToLine([]), Money.Idr(l.CreditedMinor)))],
            [.. invoice.Taxes.OrderBy(t => t.Code, StringComparer.Ordinal).Select(t => new InvoiceTaxRow(t.Code, t.Name, t.RateBasisPoints, Money.Idr(t.BaseMinor), Money.Idr(t.TaxBaseMinor), Money.Idr(t.TaxMinor)))],
            Money.Idr(invoice.BaseMinor),
            Money.Idr(invoice.TaxMinor),
            Money.Idr(invoice.WithheldMinor),
            Money.Idr(invoice.CollectedMinor),
            invoice.IsWithholdingProven,
            invoice.FakturCode,
            Money.Idr(invoice.SettledMinor),
            Money.Idr(invoice.CreditedMinor),
            invoice.Note,
            basedOn is null ? null : (basedOn.Id, basedOn.Number),
            invoice.CreatedBy,
            invoice.Version);
    }

    internal static InvoiceRow RowOf(Invoice i, string accountNumber, DateOnly today) => new(
        i.Id,
        i.Number,
        i.Kind,
        i.Status,
        InvoiceStanding.IsOverdue(i.Kind, i.State, Money.Idr(i.OutstandingMinor), i.DueOn, today),
        i.BillingAccountId,
        accountNumber,
        i.CustomerId,
        i.BuyerName,
        i.IssuedOn,
        i.DueOn,
        i.PeriodFromOn,
        i.PeriodToOn,
        Money.Idr(i.TotalMinor),
        Money.Idr(i.PayableMinor),
        Money.Idr(i.OutstandingMinor));

    /// <summary>The bills that a list shows.</summary>
    internal static IQueryable<Invoice> Narrow(PortalDbContext context, InvoiceFilter filter, string? search, DateOnly today)
    {
        var invoices = context.Set<Invoice>().AsNoTracking();
        invoices = filter.BillingAccountId is { } account ? invoices.Where(i => i.BillingAccountId == account) : invoices;
        invoices = filter.CustomerId is { } customer ? invoices.Where(i => i.CustomerId == customer) : invoices;
        invoices = filter.RunId is { } run ? invoices.Where(i => i.RunId == run) : invoices;
        invoices = filter.Kind is { } kind ? invoices.Where(i => i.Kind == kind) : invoices;
        invoices = filter.From is { } from ? invoices.Where(i => i.IssuedOn >= from) : invoices;
        invoices = filter.To is { } to ? invoices.Where(i => i.IssuedOn <= to) : invoices;
        invoices = filter.Status is { } status ? With(invoices, status) : invoices;
        if (filter.OverdueOnly)
        {
            invoices = invoices.Where(i => i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma && i.DueOn < today && i.TotalMinor - i.WithheldMinor - i.CollectedMinor > i.SettledMinor);
        }

        if (SearchKey.Of(search) is { Length: > 0 } text)
        {
            var number = text.ToUpperInvariant();
            invoices = invoices.Where(i => i.Number!.StartsWith(number) || i.SearchKey.StartsWith(text));
        }

        return invoices;
    }

    private static IQueryable<Invoice> With(IQueryable<Invoice> invoices, InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => invoices.Where(i => i.State == InvoiceState.Draft),
        InvoiceStatus.WrittenOff => invoices.Where(i => i.State == InvoiceState.WrittenOff),
        InvoiceStatus.Lapsed => invoices.Where(i => i.State == InvoiceState.Lapsed),
        InvoiceStatus.Replaced => invoices.Where(i => i.State == InvoiceState.Replaced),
        InvoiceStatus.Offered => invoices.Where(i => i.State == InvoiceState.Issued && i.Kind == InvoiceKind.ProForma),
        InvoiceStatus.Credited => Owed(invoices).Where(i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor > 0 && i.CreditedMinor >= i.TotalMinor - i.WithheldMinor - i.CollectedMinor),
        InvoiceStatus.Paid => NotCredited(invoices).Where(i => i.SettledMinor >= i.TotalMinor - i.WithheldMinor - i.CollectedMinor),
        InvoiceStatus.PartPaid => NotCredited(invoices).Where(i => i.SettledMinor < i.TotalMinor - i.WithheldMinor - i.CollectedMinor && i.SettledMinor > i.CreditedMinor),
        _ => NotCredited(invoices).Where(i => i.SettledMinor < i.TotalMinor - i.WithheldMinor - i.CollectedMinor && i.SettledMinor <= i.CreditedMinor),
    };

    private static IQueryable<Invoice> Owed(IQueryable<Invoice> invoices) => invoices.Where(i => i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma);

    private static IQueryable<Invoice> NotCredited(IQueryable<Invoice> invoices) =>
        Owed(invoices).Where(i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor <= 0 || i.CreditedMinor < i.TotalMinor - i.WithheldMinor - i.CollectedMinor);

    private static IOrderedQueryable<Invoice> Sort(IQueryable<Invoice> invoices, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("number", false) => invoices.OrderBy(i => i.Number).ThenBy(i => i.Id),
        ("number", true) => invoices.OrderByDescending(i => i.Number).ThenByDescending(i => i.Id),
        ("dueOn", false) => invoices.OrderBy(i => i.DueOn).ThenBy(i => i.Id),
        ("dueOn", true) => invoices.OrderByDescending(i => i.DueOn).ThenByDescending(i => i.Id),
        ("payable", false) => invoices.OrderBy(i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor).ThenBy(i => i.Id),
        ("payable", true) => invoices.OrderByDescending(i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor).ThenByDescending(i => i.Id),
        ("issuedOn", false) => invoices.OrderBy(i => i.IssuedOn).ThenBy(i => i.Id),
        _ => invoices.OrderByDescending(i => i.IssuedOn).ThenByDescending(i => i.Id),
    };
}
