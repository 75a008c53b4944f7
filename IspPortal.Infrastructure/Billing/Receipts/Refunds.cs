using System.Globalization;
using System.Linq.Expressions;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

internal sealed class Refunds(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    LedgerBook ledger,
    ISettingsReader<ReceiptSettings> settings,
    ISettingsReader<LetterheadSettings> letterhead,
    ISettingsReader<CompanySettings> company,
    IBusinessClock business,
    TimeProvider clock) : IRefunds
{
    private const int LongestName = 200;

    public async Task<Result<Page<RefundRow>>> ListAsync(RefundFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (actor.Deny(ReceiptPermissions.ReceiptsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var refunds = context.Set<Refund>().AsNoTracking();
        refunds = filter.BillingAccountId is { } account ? refunds.Where(r => r.BillingAccountId == account) : refunds;
        refunds = filter.From is { } from ? refunds.Where(r => r.PaidOn >= from) : refunds;
        refunds = filter.To is { } to ? refunds.Where(r => r.PaidOn <= to) : refunds;
        if (SearchKey.Of(page.SearchOrNull) is { Length: > 0 } text)
        {
            var number = text.ToUpperInvariant();
            refunds = refunds.Where(r => r.Number.StartsWith(number) || r.SearchKey.StartsWith(text));
        }

        var rows = await refunds.OrderByDescending(r => r.PaidOn).ThenByDescending(r => r.Id).Skip(page.Skip).Take(page.Take).Select(ToRow(context)).ToListAsync(cancellationToken);
        return Page<RefundRow>.Of(rows, page, await refunds.LongCountAsync(cancellationToken));
    }

    public async Task<Result<RefundRow>> GetAsync(Guid refundId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, refundId, cancellationToken);
    }

    public async Task<Result<Money>> GetCreditAsync(Guid billingAccountId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsRefund) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<BillingAccount>().AnyAsync(a => a.Id == billingAccountId, cancellationToken) ? await context.CreditOfAsync(billingAccountId, cancellationToken) : CustomersErrors.AccountNotFound;
    }

    public async Task<Result<ReceiptPlaces>> PlacesAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsRefund) is { } denied)
        {
            return denied;
        }

        var now = await settings.GetAsync(cancellationToken);
        return new ReceiptPlaces(ReceiptSettings.NamesIn(now.CashPlaces), ReceiptSettings.NamesIn(now.BankPlaces));
    }

    public async Task<Result<RefundRow>> PayAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((actor.Deny(ReceiptPermissions.ReceiptsRefund) ?? new RefundRequestValidator().Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Whoever pays for the account, bills it or pays back waits: the credit that is read stays there.
        await context.LockBillingAccountsAsync([request.BillingAccountId], cancellationToken);
        if (await context.Set<Refund>().AsNoTracking().SingleOrDefaultAsync(r => r.Key == request.Key, cancellationToken) is { } known)
        {
            return known.BillingAccountId == request.BillingAccountId && known.AmountMinor == request.Amount.Minor ? await FindAsync(context, known.Id, cancellationToken) : ReceiptErrors.KeyReused;
        }

        if (await context.Set<BillingAccount>().Where(a => a.Id == request.BillingAccountId).Select(a => a.Customer!.CompanyName ?? a.Customer.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
        {
            return CustomersErrors.AccountNotFound;
        }

        var credit = await context.CreditOfAsync(request.BillingAccountId, cancellationToken);
        if (request.Amount > credit)
        {
            return ReceiptErrors.RefundTooMuch(credit > Money.Zero ? credit : Money.Zero);
        }

        var today = await business.TodayAsync(cancellationToken);
        var (id, place, reason) = (Ids.New(clock), request.Place.Trim(), request.Reason.Trim());
        var number = (await context.TakeNumbersAsync(Refund.NumberPrefix, today, 1, cancellationToken))[0];
        context.Add(new Refund
        {
            Id = id,
            Number = number,
            Key = request.Key,
            BillingAccountId = request.BillingAccountId,
            PayeeName = name.Length <= LongestName ? name : name[..LongestName],
            AmountMinor = request.Amount.Minor,
            Method = request.Method,
            Place = place,
            PaidOn = today,
            PaidAtUtc = clock.UtcNow(),
            PaidBy = actor.Actor.Name,
            Reason = reason,
            Reference = string.IsNullOrWhiteSpace(request.Reference) ? null : request.Reference.Trim(),
            CreditLeftMinor = (credit - request.Amount).Minor,
            SearchKey = SearchKey.Of(name),
        });
        var occasion = new LedgerOccasion($"refund:{id:N}", today, clock.UtcNow(), number, id, reason);
        var posting = LedgerPostings.RefundPaid(occasion, request.BillingAccountId, ReceiptVoiding.MoneyOf(request.Method, place, request.Amount));
        if ((await ledger.PostAsync(context, posting, cancellationToken)).Error is { } unposted)
        {
            return unposted;
        }

        if ((await LedgerBook.SaveAsync(context, cancellationToken)).Error is { } unsaved)
        {
            return unsaved;
        }

        await transaction.CommitAsync(cancellationToken);
        return await FindAsync(context, id, cancellationToken);
    }

    public async Task<Result<string>> PrintSlipAsync(Guid refundId, bool inEnglish, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, refundId, cancellationToken);
        if (found.ValueOr(null) is not { } refund)
        {
            return found.Error!;
        }

        // Whoever prints first prints the first one, also of two at once.
        var now = clock.UtcNow();
        var isFirst = await context.Set<Refund>().Where(r => r.Id == refundId && r.PrintedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.PrintedAtUtc, now), cancellationToken) == 1;
        var (ours, house) = (await letterhead.GetAsync(cancellationToken), await company.GetAsync(cancellationToken));
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(house.BusinessZone, out var known) ? known : TimeZoneInfo.Utc;
        var language = CultureInfo.GetCultureInfo(inEnglish ? "en" : "id");
        return ReceiptSlip.Write(
            new ReceiptSlipFacts
            {
                Company = [.. new[] { First(ours.LegalName, house.Name), First(ours.Address, house.Address), First(ours.Phone, house.SupportPhone) }.Where(line => line.Length > 0)],
                Number = refund.Number,
                ReceivedAt = TimeZoneInfo.ConvertTimeFromUtc(refund.PaidAtUtc, zone),
                ReceivedBy = refund.PaidBy,
                Payer = refund.PayeeName,
                Total = refund.Amount,
                Methods = [new ReceiptSlipLine(SlipWords.ResourceManager.GetString("Method." + refund.Method, language) ?? refund.Method.ToString(), refund.Amount)],
                CreditLeft = refund.CreditLeft,
                Note = refund.Reason,
                IsCopy = !isFirst,
                IsRefund = true,
            },
            language.TwoLetterISOLanguageName);
    }

    private static string First(string own, string house) => own.Length > 0 ? own : house;

    private static async Task<Result<RefundRow>> FindAsync(PortalDbContext context, Guid refundId, CancellationToken cancellationToken) =>
        await context.Set<Refund>().AsNoTracking().Where(r => r.Id == refundId).Select(ToRow(context)).SingleOrDefaultAsync(cancellationToken) is { } row ? row : ReceiptErrors.RefundNotFound;

    private static Expression<Func<Refund, RefundRow>> ToRow(PortalDbContext context) => r => new RefundRow(
        r.Id, r.Number, r.BillingAccountId, context.Set<BillingAccount>().Where(a => a.Id == r.BillingAccountId).Select(a => a.Number).FirstOrDefault()!, r.PayeeName, Money.Idr(r.AmountMinor), r.Method, r.Place, r.PaidOn, r.PaidAtUtc,
        r.PaidBy, r.Reason, r.Reference, Money.Idr(r.CreditLeftMinor));
}
