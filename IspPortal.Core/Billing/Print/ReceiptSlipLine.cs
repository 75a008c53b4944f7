using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Print;

/// <summary>Something with an amount on a <see cref="ReceiptSlip"/>: a bill that was paid, or a way that it was paid.</summary>
/// <param name="Text">The number of the bill, or the name of the way in the reader's language.</param>
/// <param name="Amount">How much of it.</param>
public sealed record ReceiptSlipLine(string Text, Money Amount);
