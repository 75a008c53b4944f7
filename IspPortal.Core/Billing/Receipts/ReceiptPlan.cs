using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What a payment would do.</summary>
/// <param name="Bills">The bills that get something.</param>
/// <param name="Credit">What becomes credit first.</param>
/// <param name="Offers">Pro formas that the credit is enough for, oldest first: each becomes an invoice.</param>
/// <param name="IsRenewed">Whether it brings lines back whose prepaid time ran out.</param>
/// <param name="CreditAfter">The credit that is left in the end.</param>
public sealed record ReceiptPlan(IReadOnlyList<PaidBill> Bills, Money Credit, IReadOnlyList<PaidBill> Offers, bool IsRenewed, Money CreditAfter);
