using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>Says what each occasion posts. Pure; parts of nothing are left out.</summary>
public static class LedgerPostings
{
    /// <summary>An invoice: what is owed against what it is made of.</summary>
    public static LedgerPosting InvoiceIssued(LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, BilledAmounts amounts) =>
        Billed(LedgerKind.InvoiceIssued, occasion, billingAccountId, invoiceId, amounts);

    /// <summary>A debit note on an invoice: more of the same.</summary>
    public static LedgerPosting DebitNoteIssued(LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, BilledAmounts amounts) =>
        Billed(LedgerKind.DebitNoteIssued, occasion, billingAccountId, invoiceId, amounts);

    /// <summary>A credit note on an invoice: the same the other way. What the invoice no longer owes (<paramref name="toCredit"/>) becomes credit of the billing account.</summary>
    public static LedgerPosting CreditNoteIssued(LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, BilledAmounts amounts, Money toCredit)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return Post(LedgerKind.CreditNoteIssued, occasion,
        [
            new(LedgerAccount.Receivable, toCredit - amounts.Total, billingAccountId, invoiceId),
            new(LedgerAccount.CustomerCredit, -toCredit, billingAccountId, invoiceId),
            .. PartsOf(amounts, billingAccountId, invoiceId).Select(line => line with { Amount = -line.Amount }),
        ]);
    }

    /// <summary>A receipt: money in drawers, banks and gateways against the invoices it pays, credit, and what nobody knows the sender of.</summary>
    public static LedgerPosting ReceiptBooked(LedgerOccasion occasion, IReadOnlyList<ReceivedMoney> money, IReadOnlyList<ReceiptShare> shares)
    {
        ArgumentNullException.ThrowIfNull(money);
        ArgumentNullException.ThrowIfNull(shares);
        if (money.FirstOrDefault(some => some.Account is not (LedgerAccount.Cash or LedgerAccount.Bank or LedgerAccount.GatewayClearing)) is { } nowhere)
        {
            throw new ArgumentException($"No money lies in {nowhere.Account}.", nameof(money));
        }

        var payers = shares.Select(share => share.BillingAccountId).Distinct().ToList();
        var payer = payers.Count == 1 ? payers[0] : null;
        return Post(LedgerKind.ReceiptBooked, occasion,
        [
            .. money.Select(some => new LedgerLine(some.Account, some.Amount, payer, null, some.SubAccount)),
            .. shares.Select(share => new LedgerLine(
                share.BillingAccountId is null ? LedgerAccount.Unidentified : share.InvoiceId is null ? LedgerAccount.CustomerCredit : LedgerAccount.Receivable,
                -share.Amount,
                share.BillingAccountId,
                share.InvoiceId)),
        ]);
    }

    /// <summary>Credit of a billing account pays its invoices.</summary>
    public static LedgerPosting CreditApplied(LedgerOccasion occasion, Guid billingAccountId, IReadOnlyDictionary<Guid, Money> amountByInvoice)
    {
        ArgumentNullException.ThrowIfNull(amountByInvoice);
        return Post(LedgerKind.CreditApplied, occasion,
        [
            .. amountByInvoice.SelectMany(paid => new LedgerLine[]
            {
                new(LedgerAccount.CustomerCredit, paid.Value, billingAccountId, paid.Key),
                new(LedgerAccount.Receivable, -paid.Value, billingAccountId, paid.Key),
            }),
        ]);
    }

    /// <summary>Credit is paid back.</summary>
    public static LedgerPosting RefundPaid(LedgerOccasion occasion, Guid billingAccountId, ReceivedMoney from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return Post(LedgerKind.RefundPaid, occasion,
        [
            new(LedgerAccount.CustomerCredit, from.Amount, billingAccountId),
            new(from.Account, -from.Amount, billingAccountId, null, from.SubAccount),
        ]);
    }

    /// <summary>A deposit becomes credit of the billing account, which pays invoices or is paid back.</summary>
    public static LedgerPosting DepositReleased(LedgerOccasion occasion, Guid billingAccountId, Money amount) => Post(LedgerKind.CreditApplied, occasion,
    [
        new(LedgerAccount.Deposits, amount, billingAccountId),
        new(LedgerAccount.CustomerCredit, -amount, billingAccountId),
    ]);

    /// <summary>What an invoice still owes within the tolerance is let go.</summary>
    public static LedgerPosting RoundingWrittenOff(LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, Money shortfall) =>
        Forgiven(LedgerKind.RoundingWrittenOff, LedgerAccount.Rounding, occasion, billingAccountId, invoiceId, shortfall);

    /// <summary>What an invoice still owes is given up.</summary>
    public static LedgerPosting WrittenOff(LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, Money amount) =>
        Forgiven(LedgerKind.WrittenOff, LedgerAccount.WriteOff, occasion, billingAccountId, invoiceId, amount);

    /// <summary>A <i>bukti potong</i> pays the withheld part of an invoice.</summary>
    public static LedgerPosting WithholdingReceived(LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, Money amount) =>
        Forgiven(LedgerKind.WithholdingReceived, LedgerAccount.Withholding, occasion, billingAccountId, invoiceId, amount);

    /// <summary>A period that was billed ahead is earned.</summary>
    public static LedgerPosting DeferredRecognised(LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, Money amount) => Post(LedgerKind.DeferredRecognised, occasion,
    [
        new(LedgerAccount.DeferredRevenue, amount, billingAccountId, invoiceId),
        new(LedgerAccount.Revenue, -amount, billingAccountId, invoiceId),
    ]);

    /// <summary>What a billing account brings along at cutover: debts (by invoice where there is one), credit, deposits. None is below zero.</summary>
    public static LedgerPosting OpeningBalance(LedgerOccasion occasion, Guid billingAccountId, Guid? invoiceId, Money owed, Money credit, Money deposits) => Post(LedgerKind.OpeningBalance, occasion,
    [
        new(LedgerAccount.Receivable, owed, billingAccountId, invoiceId),
        new(LedgerAccount.CustomerCredit, -credit, billingAccountId),
        new(LedgerAccount.Deposits, -deposits, billingAccountId),
        new(LedgerAccount.Opening, credit + deposits - owed, billingAccountId),
    ]);

    /// <summary>Cash that a drawer or collector brings along at cutover.</summary>
    public static LedgerPosting OpeningCash(LedgerOccasion occasion, ReceivedMoney cash)
    {
        ArgumentNullException.ThrowIfNull(cash);
        return Post(LedgerKind.OpeningBalance, occasion, [new(cash.Account, cash.Amount, null, null, cash.SubAccount), new(LedgerAccount.Opening, -cash.Amount)]);
    }

    /// <summary>Money goes from one place to another; <paramref name="fee"/> of it stays with the gateway.</summary>
    public static LedgerPosting MoneyMoved(LedgerOccasion occasion, ReceivedMoney from, LedgerAccount to, string toSubAccount, Money fee)
    {
        ArgumentNullException.ThrowIfNull(from);
        return Post(LedgerKind.MoneyMoved, occasion,
        [
            new(to, from.Amount - fee, null, null, toSubAccount),
            new(LedgerAccount.GatewayFees, fee, null, null, from.SubAccount),
            new(from.Account, -from.Amount, null, null, from.SubAccount),
        ]);
    }

    private static LedgerPosting Billed(LedgerKind kind, LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, BilledAmounts amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return Post(kind, occasion, [new(LedgerAccount.Receivable, amounts.Total, billingAccountId, invoiceId), .. PartsOf(amounts, billingAccountId, invoiceId)]);
    }

    private static LedgerLine[] PartsOf(BilledAmounts amounts, Guid billingAccountId, Guid invoiceId) =>
    [
        new(LedgerAccount.Revenue, -amounts.Revenue, billingAccountId, invoiceId),
        new(LedgerAccount.DeferredRevenue, -amounts.Deferred, billingAccountId, invoiceId),
        new(LedgerAccount.Deposits, -amounts.Deposits, billingAccountId, invoiceId),
        new(LedgerAccount.LateFees, -amounts.LateFees, billingAccountId, invoiceId),
        new(LedgerAccount.Tax, -amounts.Tax, billingAccountId, invoiceId),
        new(LedgerAccount.Discounts, amounts.Discounts, billingAccountId, invoiceId),
        new(LedgerAccount.Rounding, -amounts.Rounding, billingAccountId, invoiceId),
    ];

    private static LedgerPosting Forgiven(LedgerKind kind, LedgerAccount account, LedgerOccasion occasion, Guid billingAccountId, Guid invoiceId, Money amount) => Post(kind, occasion,
    [
        new(account, amount, billingAccountId, invoiceId),
        new(LedgerAccount.Receivable, -amount, billingAccountId, invoiceId),
    ]);

    private static LedgerPosting Post(LedgerKind kind, LedgerOccasion occasion, IEnumerable<LedgerLine> lines) => new(kind, occasion, [.. lines.Where(line => !line.Amount.IsZero)]);
}
