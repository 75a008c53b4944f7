using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>A line of a credit note.</summary>
/// <param name="No">The line of the invoice.</param>
/// <param name="Text">What it said.</param>
/// <param name="SubscriptionNumber">The subscription's number; empty: the account as a whole.</param>
/// <param name="Amount">What is taken back of it.</param>
public sealed record CreditNoteLineRow(int No, string Text, string SubscriptionNumber, Money Amount);
