using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>One posting as a customer sees it.</summary>
/// <param name="TransactionId">The posting.</param>
/// <param name="PostedOn">The business day.</param>
/// <param name="OccurredAtUtc">When it really happened, e.g. when the customer paid.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">The number of the document.</param>
/// <param name="DocumentId">The document, or null.</param>
/// <param name="Note">What else is to be known, or null.</param>
/// <param name="Amount">Above zero the customer owes more, below zero less.</param>
/// <param name="Balance">What the customer owes afterwards; below zero is what it has paid ahead.</param>
public sealed record StatementMovement(
    Guid TransactionId, DateOnly PostedOn, DateTime OccurredAtUtc, LedgerKind Kind, string Reference, Guid? DocumentId, string? Note, Money Amount, Money Balance);
