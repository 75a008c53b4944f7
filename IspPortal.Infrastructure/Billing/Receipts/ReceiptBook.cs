using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

internal sealed class ReceiptBook(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    LedgerBook ledger,
    AccountSettling settling,
    PrepaidOffers offers,
    ReceiptVoiding voiding,
    ISettingsReader<ReceiptSettings> settings,
    ISettingsReader<CompanySettings> company,
    IBusinessClock business,
    TimeProvider clock) : IReceiptBook
{
    private const int LongestReason = 500;

    public async Task<Result<ReceiptPlaces>> PlacesAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsBook) is { } denied)
        {
            return denied;
        }

        var now = await settings.GetAsync(cancellationToken);
        return new ReceiptPlaces(ReceiptSettings.NamesIn(now.CashPlaces), ReceiptSettings.NamesIn(now.BankPlaces));
    }

    public async Task<Result<AccountPayables>> PayablesAsync(Guid billingAccountId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReceiptPermissions.ReceiptsBook) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await PayablesAsync(context, billingAccountId, today, cancellationToken);
    }

    public async Task<Result<ReceiptPlan>> PreviewAsync(ReceiptPayer payer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(payer);
        if (actor.Deny(ReceiptPermissions.ReceiptsBook) is { } denied)
        {
            return denied;
        }

        if (payer.Amount <= Money.Zero || payer.Amount > BookReceiptRequestValidator.Most)
        {
            return CommonErrors.Invalid([new FieldError("amount", "common.out_of_range", 1, BookReceiptRequestValidator.Most.Minor)]);
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PayablesAsync(context, payer.BillingAccountId, today, cancellationToken);
        if (found.ValueOr(null) is not { } payables)
        {
            return found.Error!;
        }

        var tolerance = (await settings.GetAsync(cancellationToken)).MostLetGo;
        var owed = payables.Bills.Where(bill => bill.Kind != InvoiceKind.ProForma).Select(bill => new OpenBill(bill.Id, bill.DueOn!.Value, bill.Number!, bill.Outstanding)).ToList();
        if (TooMuch(payer, owed) is { } changed)
        {
            return changed;
        }

        var allocation = ReceiptAllocation.Of(payer.Amount, owed, tolerance, payer.Chosen);
        var credit = payables.Credit + allocation.Credit;
        // What is owed beyond the chosen ones is paid out of credit first, as it is when the payment is booked.
        var rest = ReceiptAllocation.Of(credit, [.. owed.Select(bill => bill with { Outstanding = Left(bill, allocation) }).Where(bill => bill.Outstanding > Money.Zero)], tolerance);
        credit = credit <= Money.Zero ? credit : rest.Credit;
        var taken = new List<PaidBill>();
        foreach (var offer in payables.Bills.Where(bill => bill.Kind == InvoiceKind.ProForma))
        {
            if (credit + tolerance < offer.Payable)
            {
                break;
            }

            var paid = credit < offer.Payable ? credit : offer.Payable;
            taken.Add(new PaidBill(offer.Id, offer.Number!, paid, offer.Payable - paid, Money.Zero));
            credit -= paid;
        }

        var renewed = payables.Renewal is { IsZero: false } price && credit > Money.Zero && credit + tolerance >= price;
        credit = !renewed ? credit : credit > payables.Renewal!.Value ? credit - payables.Renewal.Value : Money.Zero;
        return new ReceiptPlan(Joined(allocation, rest), allocation.Credit, taken, renewed, credit);
    }

    public async Task<Result<ReceiptDetails>> BookAsync(BookReceiptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((actor.Deny(ReceiptPermissions.ReceiptsBook) ?? new BookReceiptRequestValidator(clock.UtcNow()).Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        var (money, payers) = (Sum(request.Money.Select(part => part.Amount)), Sum(request.Payers.Select(payer => payer.Amount)));
        if (money != payers)
        {
            return ReceiptErrors.SumsDiffer(money, payers);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        Guid[] accountIds = [.. request.Payers.Select(payer => payer.BillingAccountId).Distinct()];
        await context.LockBillingAccountsAsync(accountIds, cancellationToken);
        var fingerprint = ReceiptFingerprint.Of(request);
        if (await context.Set<Receipt>().Where(r => r.Key == request.Key).Select(r => new { r.Id, r.Fingerprint }).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known.Fingerprint == fingerprint ? await ReceiptReading.GetAsync(context, known.Id, cancellationToken) : ReceiptErrors.KeyReused;
        }

        var names = await context.Set<BillingAccount>().AsNoTracking().Where(a => accountIds.Contains(a.Id)).Select(a => new { a.Id, Name = a.Customer!.CompanyName ?? a.Customer.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        if (names.Count < accountIds.Length)
        {
            return CustomersErrors.AccountNotFound;
        }

        var receiptId = Ids.New(clock);
        var booked = await WriteAsync(context, request, receiptId, fingerprint, names, cancellationToken);
        if (booked.Error is { } error)
        {
            return error;
        }

        await transaction.CommitAsync(cancellationToken);
        return await ReceiptReading.GetAsync(context, receiptId, cancellationToken);
    }

    public async Task<Result> VoidAsync(Guid receiptId, long version, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(ReceiptPermissions.ReceiptsVoid) ?? (string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")]) : PlainText.Refuse(reason))) is { } refused)
        {
            return refused;
        }

        if (reason.Trim().Length > LongestReason)
        {
            return CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)]);
        }

        return await voiding.VoidAsync(contexts, receiptId, version, reason.Trim(), await business.TodayAsync(cancellationToken), cancellationToken);
    }

    private async Task<Result> WriteAsync(PortalDbContext context, BookReceiptRequest request, Guid receiptId, string fingerprint, Dictionary<Guid, string> names, CancellationToken cancellationToken)
    {
        var today = await business.TodayAsync(cancellationToken);
        var tolerance = (await settings.GetAsync(cancellationToken)).MostLetGo;
        var parts = new List<ReceiptPart>();
        var settled = new List<(List<Invoice> Invoices, IReadOnlyList<PaidBill> Paid)>();
        foreach (var payer in request.Payers)
        {
            var owed = await AccountSettling.OwedAsync(context, payer.BillingAccountId, cancellationToken);
            List<OpenBill> open = [.. owed.Select(AccountSettling.OpenBillOf)];
            if (TooMuch(payer, open) is { } changed)
            {
                return changed;
            }

            var allocation = ReceiptAllocation.Of(payer.Amount, open, tolerance, payer.Chosen);
            settled.Add((owed, allocation.Bills));
            parts.AddRange(allocation.Bills.Select(bill => PartOf(receiptId, payer.BillingAccountId, bill.BillId, bill.Paid, bill.Rounded)));
            if (!allocation.Credit.IsZero)
            {
                parts.Add(PartOf(receiptId, payer.BillingAccountId, null, allocation.Credit, Money.Zero));
            }
        }

        var number = (await context.TakeNumbersAsync(Receipt.NumberPrefix, today, 1, cancellationToken))[0];
        var paidOn = await DayOfAsync(request.PaidAtUtc, cancellationToken);
        var payerName = string.Join(", ", names.Values.Distinct(StringComparer.Ordinal));
        context.Add(new Receipt
        {
            Id = receiptId,
            Number = number,
            Key = request.Key,
            Fingerprint = fingerprint,
            PaidAtUtc = request.PaidAtUtc,
            PaidOn = paidOn,
            BookedAtUtc = clock.UtcNow(),
            BookedBy = actor.Actor.Name,
            AmountMinor = parts.Sum(part => part.AmountMinor),
            BillingAccountId = request.Payers[0].BillingAccountId,
            PayerName = payerName.Length <= 200 ? payerName : payerName[..200],
            Reference = string.IsNullOrWhiteSpace(request.Reference) ? null : request.Reference.Trim(),
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
            SearchKey = SearchKey.Of(payerName),
            Money = [.. request.Money.Select((part, i) => new ReceiptMoney { ReceiptId = receiptId, No = i + 1, Method = part.Method, Place = part.Place.Trim(), AmountMinor = part.Amount.Minor })],
            Parts = [.. parts.Select((part, i) => new ReceiptPart { ReceiptId = receiptId, No = i + 1, BillingAccountId = part.BillingAccountId, InvoiceId = part.InvoiceId, AmountMinor = part.AmountMinor, RoundedMinor = part.RoundedMinor })],
        });
        var occasion = new LedgerOccasion($"receipt:{receiptId:N}", paidOn, request.PaidAtUtc, number, receiptId, request.Reference);
        var posting = LedgerPostings.ReceiptBooked(occasion, [.. request.Money.Select(part => ReceiptVoiding.MoneyOf(part.Method, part.Place.Trim(), part.Amount))], [.. parts.Select(part => new ReceiptShare(part.BillingAccountId, part.InvoiceId, Money.Idr(part.AmountMinor)))]);
        if ((await ledger.PostAsync(context, posting, cancellationToken)).Error is { } error)
        {
            return error;
        }

        foreach (var (invoices, paid) in settled)
        {
            if ((await settling.SettleAsync(context, invoices, paid, receiptId, today, cancellationToken)).Error is { } failed)
            {
                return failed;
            }
        }

        if ((await LedgerBook.SaveAsync(context, cancellationToken)).Error is { } unsaved)
        {
            return unsaved;
        }

        foreach (var accountId in request.Payers.Select(payer => payer.BillingAccountId).Distinct())
        {
            if ((await settling.UseCreditAsync(context, accountId, receiptId, today, cancellationToken)).Error is { } failed)
            {
                return failed;
            }
        }

        return Result.Success;
    }

    private async Task<Result<AccountPayables>> PayablesAsync(PortalDbContext context, Guid accountId, DateOnly today, CancellationToken cancellationToken)
    {
        var account = await context.Set<BillingAccount>().AsNoTracking().Where(a => a.Id == accountId)
            .Select(a => new { a.Number, a.Name, a.CustomerId, Customer = a.Customer!.CompanyName ?? a.Customer.Name }).SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return CustomersErrors.AccountNotFound;
        }

        var owed = await AccountSettling.OwedAsync(context, accountId, cancellationToken);
        var offered = await PrepaidOffers.OpenAsync(context, accountId, today, cancellationToken);
        return new AccountPayables(
            accountId,
            account.Number,
            account.Name,
            account.CustomerId,
            account.Customer,
            await context.CreditOfAsync(accountId, cancellationToken),
            [.. owed.OrderBy(bill => bill.DueOn).ThenBy(bill => bill.Number, StringComparer.Ordinal).Concat(offered).Select(bill => InvoiceDirectory.RowOf(bill, account.Number, today))],
            await offers.RenewalAsync(context, accountId, today, cancellationToken));
    }

    // Who chose bills saw them: what is not open any more is said instead of becoming credit.
    private static Error? TooMuch(ReceiptPayer payer, IReadOnlyList<OpenBill> open) =>
        payer.Chosen is { } chosen && chosen.Any(choice => choice.Value < Money.Zero || !(open.FirstOrDefault(bill => bill.Id == choice.Key) is { } bill && bill.Outstanding >= choice.Value)) ? ReceiptErrors.BillChanged
        : payer.Chosen is { } sum && Sum(sum.Values) > payer.Amount ? ReceiptErrors.SumsDiffer(payer.Amount, Sum(sum.Values))
        : null;

    private static Money Left(OpenBill bill, Allocation allocation) => allocation.Bills.FirstOrDefault(paid => paid.BillId == bill.Id)?.Open ?? bill.Outstanding;

    private static IReadOnlyList<PaidBill> Joined(Allocation chosen, Allocation rest) =>
        [.. chosen.Bills.Concat(rest.Bills).GroupBy(bill => bill.BillId).Select(group => group.Last() with { Paid = Sum(group.Select(bill => bill.Paid)), Rounded = Sum(group.Select(bill => bill.Rounded)) })];

    private static ReceiptPart PartOf(Guid receiptId, Guid accountId, Guid? invoiceId, Money amount, Money rounded) =>
        new() { ReceiptId = receiptId, No = 0, BillingAccountId = accountId, InvoiceId = invoiceId, AmountMinor = amount.Minor, RoundedMinor = rounded.Minor };

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    private async Task<DateOnly> DayOfAsync(DateTime atUtc, CancellationToken cancellationToken)
    {
        var zone = (await company.GetAsync(cancellationToken)).BusinessZone;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(atUtc, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc));
    }
}
