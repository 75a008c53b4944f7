using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>One debit or credit. Rows are only ever added.</summary>
[AppendOnly]
internal sealed class LedgerEntry
{
    public required Guid Id { get; init; }

    public required Guid TransactionId { get; init; }

    public LedgerTransaction? Transaction { get; init; }

    /// <summary>That of the transaction, for sums and statements without looking there.</summary>
    public required DateOnly PostedOn { get; init; }

    public required LedgerAccount Account { get; init; }

    public Guid? BillingAccountId { get; init; }

    /// <summary>The drawer, collector, bank account or gateway.</summary>
    public string? SubAccount { get; init; }

    /// <summary>Minor units, which databases add up; above zero is a debit.</summary>
    public required long AmountMinor { get; init; }

    public Guid? InvoiceId { get; init; }

    /// <summary>Above zero is a debit.</summary>
    public Money Amount => Money.Idr(AmountMinor);
}
