using IspPortal.Core.Billing.Ledger;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>One posting as a customer sees it.</summary>
/// <param name="TransactionId">The posting.</param>
/// <param name="PostedOn">The business day.</param>
/// <param name="OccurredAtUtc">When it really happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">The number of the document.</param>
/// <param name="DocumentId">The document, or null.</param>
/// <param name="Note">What else is to be known, or null.</param>
/// <param name="Amount">Above 0 the customer owes more, below 0 less.</param>
/// <param name="Balance">What the customer owes afterwards; below 0 is what it has paid ahead.</param>
internal sealed record StatementMovementResource(
    Guid TransactionId, DateOnly PostedOn, DateTime OccurredAtUtc, LedgerKind Kind, string Reference, Guid? DocumentId, string? Note, long Amount, long Balance)
{
    public static StatementMovementResource Of(StatementMovement movement) => new(
        movement.TransactionId, movement.PostedOn, movement.OccurredAtUtc, movement.Kind, movement.Reference, movement.DocumentId, movement.Note, movement.Amount.Minor, movement.Balance.Minor);
}
