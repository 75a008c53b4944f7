namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A line of a credit note.</summary>
/// <param name="No">The line of the invoice.</param>
/// <param name="Text">What it said.</param>
/// <param name="SubscriptionNumber">The subscription's number; empty: the account as a whole.</param>
/// <param name="Amount">What is taken back of it.</param>
internal sealed record CreditNoteLineResource(int No, string Text, string SubscriptionNumber, long Amount);
