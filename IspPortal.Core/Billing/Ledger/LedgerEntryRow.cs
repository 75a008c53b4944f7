using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>One debit or credit with the posting that it belongs to.</summary>
/// <param name="Id">The entry.</param>
/// <param name="TransactionId">The posting; its entries add up to zero.</param>
/// <param name="PostedOn">The business day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">The number of the document.</param>
/// <param name="DocumentId">The document, or null.</param>
/// <param name="Account">The account.</param>
/// <param name="Code">Its code in the chart of accounts.</param>
/// <param name="SubAccount">The drawer, collector, bank account or gateway, or null.</param>
/// <param name="Amount">Above zero is a debit, below zero a credit.</param>
public sealed record LedgerEntryRow(
    Guid Id, Guid TransactionId, DateOnly PostedOn, LedgerKind Kind, string Reference, Guid? DocumentId, LedgerAccount Account, string Code, string? SubAccount, Money Amount)
{
    /// <summary>When it really happened.</summary>
    public required DateTime OccurredAtUtc { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTime RecordedAtUtc { get; init; }

    /// <summary>Who caused it.</summary>
    public required string ActorName { get; init; }

    /// <summary>What else is to be known, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The invoice that it is about, or null.</summary>
    public Guid? InvoiceId { get; init; }

    /// <summary>Whose, or null.</summary>
    public Guid? BillingAccountId { get; init; }

    /// <summary>The billing account's number, or null.</summary>
    public string? BillingAccountNumber { get; init; }

    /// <summary>What the customer is called, or null.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The debit, or zero.</summary>
    public Money Debit => Amount.IsNegative ? Money.Zero : Amount;

    /// <summary>The credit as an amount above zero, or zero.</summary>
    public Money Credit => Amount.IsNegative ? -Amount : Money.Zero;
}
