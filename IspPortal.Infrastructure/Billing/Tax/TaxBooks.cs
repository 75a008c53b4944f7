using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Tax;

internal sealed class TaxBooks(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, ISettingsReader<TaxSettings> settings, IAuditWriter audit, SlipRecorder recorder) : ITaxBooks
{
    private const int EarliestYear = 2000;

    public async Task<Result<TaxMonthSummary>> GetMonthAsync(TaxMonth? month, CancellationToken cancellationToken)
    {
        var asked = await MonthAsync(month, cancellationToken);
        if (!asked.Succeeded)
        {
            return asked.Error;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var bills = TaxedBills.Of(context, asked.Value);
        List<TaxCodeSum> sums =
        [
            .. await SumsAsync(context, TaxedBills.Filed(context, bills), isRetail: false, cancellationToken),
            .. await SumsAsync(context, TaxedBills.Retail(context, bills), isRetail: true, cancellationToken),
            .. await UntaxedAsync(context, bills, cancellationToken),
        ];
        var collected = await bills.SumAsync(i => i.CollectedMinor, cancellationToken);
        var waiting = await TaxedBills.Waiting(context).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Sum = g.Sum(i => i.WithheldMinor - i.WithheldCreditedMinor) }).SingleOrDefaultAsync(cancellationToken);
        var seller = await settings.GetAsync(cancellationToken);
        var back = await TaxedBills.TakenBack(context, asked.Value).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Base = g.Sum(n => n.BaseMinor), Tax = g.Sum(n => n.TaxMinor), Collected = g.Sum(n => n.CollectedMinor) }).SingleOrDefaultAsync(cancellationToken);
        return new TaxMonthSummary(asked.Value, sums, Money.Idr(collected - (back?.Collected ?? 0)), waiting?.Count ?? 0, Money.Idr(waiting?.Sum ?? 0), TaxNumbers.IsNumber(seller.SellerTin))
        {
            CreditNotes = back?.Count ?? 0,
            CreditedBase = Money.Idr(back?.Base ?? 0),
            CreditedTax = Money.Idr(back?.Tax ?? 0),
        };
    }

    public async Task<Result<Page<FakturRow>>> FaktursAsync(TaxMonth month, PageRequest page, CancellationToken cancellationToken)
    {
        var asked = await MonthAsync(month, cancellationToken);
        if (!asked.Succeeded)
        {
            return asked.Error;
        }

        var seller = await settings.GetAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Find(TaxedBills.Filed(context, TaxedBills.Of(context, asked.Value)), page.SearchOrNull);
        var count = await found.LongCountAsync(cancellationToken);
        var ids = count == 0 ? [] : await found.OrderBy(i => i.Number).Skip(page.Skip).Take(page.Take).Select(i => i.Id).ToListAsync(cancellationToken);
        var fakturs = await FakturReading.ReadAsync(context, ids, cancellationToken);
        return Page<FakturRow>.Of(
            [.. fakturs.Select(f => new FakturRow(f.Faktur.InvoiceId, f.BillingAccountId, f.Faktur.Number, f.Faktur.On, f.Faktur.Code, f.Faktur.Buyer.Name, f.Faktur.Base, f.Faktur.OtherBase, f.Faktur.Tax, f.Faktur.GapsWith(seller)))],
            page,
            count);
    }

    public async Task<Result<TaxFile>> CoretaxAsync(TaxMonth month, int part, CancellationToken cancellationToken)
    {
        var asked = await MonthAsync(month, cancellationToken);
        if (!asked.Succeeded)
        {
            return asked.Error;
        }

        var seller = await settings.GetAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await TaxedBills.Filed(context, TaxedBills.Of(context, month)).OrderBy(i => i.Number).Select(i => i.Id).ToListAsync(cancellationToken);
        var parts = (ids.Count + CoretaxXml.MostInOneFile - 1) / CoretaxXml.MostInOneFile;
        if (part < 1 || part > parts)
        {
            return TaxErrors.NothingToFile;
        }

        // One that cannot be filed holds up the month: half of it in one file and half in another is what nobody finds again.
        List<Faktur> fakturs = [.. (await FakturReading.ReadAsync(context, ids, cancellationToken)).Select(f => f.Faktur).OrderBy(f => f.Number, StringComparer.Ordinal)];
        var missing = fakturs.Count(faktur => faktur.GapsWith(seller).Count > 0);
        if (missing > 0)
        {
            return TaxErrors.DataMissing(missing);
        }

        List<Faktur> some = [.. fakturs.Skip((part - 1) * CoretaxXml.MostInOneFile).Take(CoretaxXml.MostInOneFile)];
        await audit.WriteAsync("exported", "list", "coretax", new { month = month.ToString(), part, rows = some.Count }, cancellationToken);
        return new TaxFile(parts == 1 ? $"coretax-{month}.xml" : FormattableString.Invariant($"coretax-{month}-{part}.xml"), CoretaxXml.Write(seller, some), some.Count, parts);
    }

    public async Task<Result<Page<WaitingSlipRow>>> WaitingAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(TaxPermissions.TaxRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Find(TaxedBills.Waiting(context), page.SearchOrNull);
        var count = await found.LongCountAsync(cancellationToken);
        var rows = count == 0 ? [] : await found.OrderBy(i => i.IssuedOn).ThenBy(i => i.Id).Skip(page.Skip).Take(page.Take)
            .Select(i => new { i.Id, i.BillingAccountId, i.Number, i.BuyerName, i.IssuedOn, i.BaseMinor, Waiting = i.WithheldMinor - i.WithheldCreditedMinor }).ToListAsync(cancellationToken);
        return Page<WaitingSlipRow>.Of(
            [.. rows.Select(i => new WaitingSlipRow(i.Id, i.BillingAccountId, i.Number!, i.BuyerName, i.IssuedOn!.Value, Money.Idr(i.BaseMinor), Money.Idr(i.Waiting), today.DayNumber - i.IssuedOn!.Value.DayNumber))],
            page,
            count);
    }

    public async Task<Result> RecordSlipAsync(Guid invoiceId, RecordSlipRequest request, CancellationToken cancellationToken) =>
        actor.Deny(TaxPermissions.TaxWrite) is { } denied ? denied : await recorder.RecordAsync(invoiceId, request, cancellationToken);

    public async Task<Result<TelecomReport>> GetTelecomAsync(int? year, CancellationToken cancellationToken)
    {
        if (actor.Deny(TaxPermissions.TaxRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        var asked = year ?? today.Year;
        if (asked < EarliestYear || asked > today.Year)
        {
            return TaxErrors.BadMonth;
        }

        var rates = (await settings.GetAsync(cancellationToken)).Rates ?? [];
        var (first, last) = (new DateOnly(asked, 1, 1), new DateOnly(asked, 12, 31));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var months = await context.Set<LedgerEntry>().Where(e => (e.Account == LedgerAccount.Revenue || e.Account == LedgerAccount.Discounts) && e.PostedOn >= first && e.PostedOn <= last)
            .GroupBy(e => e.PostedOn.Month).Select(g => new { Month = g.Key, Minor = g.Sum(e => e.AmountMinor) }).ToListAsync(cancellationToken);
        return TelecomReport.Of(asked, months.ToDictionary(m => m.Month, m => Money.Idr(-m.Minor)), rates);
    }

    private async Task<Result<TaxMonth>> MonthAsync(TaxMonth? month, CancellationToken cancellationToken)
    {
        if (actor.Deny(TaxPermissions.TaxRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        var asked = month ?? TaxMonth.Of(today);
        return asked.Year < EarliestYear || asked.FirstOn > today ? TaxErrors.BadMonth : asked;
    }

    private static async Task<IEnumerable<TaxCodeSum>> SumsAsync(PortalDbContext context, IQueryable<Invoice> bills, bool isRetail, CancellationToken cancellationToken)
    {
        var sums = await bills.Join(context.Set<InvoiceTaxLine>().Where(t => t.Mode != TaxMode.Exempt), i => i.Id, t => t.InvoiceId, (i, t) => new { i.FakturCode, t.InvoiceId, t.BaseMinor, t.TaxBaseMinor, t.TaxMinor })
            .GroupBy(t => t.FakturCode)
            .Select(g => new { Code = g.Key, Count = g.Select(t => t.InvoiceId).Distinct().Count(), Base = g.Sum(t => t.BaseMinor), Other = g.Sum(t => t.TaxBaseMinor), Tax = g.Sum(t => t.TaxMinor) })
            .ToListAsync(cancellationToken);
        return sums.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new TaxCodeSum(s.Code, isRetail, s.Count, Money.Idr(s.Base), Money.Idr(s.Other), Money.Idr(s.Tax)));
    }

    // Deposits and the like have no code: they are no sales.
    private static async Task<IEnumerable<TaxCodeSum>> UntaxedAsync(PortalDbContext context, IQueryable<Invoice> bills, CancellationToken cancellationToken)
    {
        var sum = await bills.Join(context.Set<InvoiceTaxLine>().Where(t => t.Mode == TaxMode.Exempt && t.Code != ""), i => i.Id, t => t.InvoiceId, (i, t) => new { t.InvoiceId, t.BaseMinor })
            .GroupBy(_ => 1).Select(g => new { Count = g.Select(t => t.InvoiceId).Distinct().Count(), Base = g.Sum(t => t.BaseMinor) }).SingleOrDefaultAsync(cancellationToken);
        return sum is null ? [] : [new TaxCodeSum(null, false, sum.Count, Money.Idr(sum.Base), Money.Zero, Money.Zero)];
    }

    private static IQueryable<Invoice> Find(IQueryable<Invoice> invoices, string? search)
    {
        if (SearchKey.Of(search) is not { Length: > 0 } text)
        {
            return invoices;
        }

        var number = text.ToUpperInvariant();
        return invoices.Where(i => i.Number!.StartsWith(number) || i.SearchKey.StartsWith(text));
    }
}
