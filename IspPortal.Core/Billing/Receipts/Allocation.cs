using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Where a payment goes.</summary>
/// <param name="Bills">The bills that get something.</param>
/// <param name="Credit">What is left and becomes credit.</param>
public sealed record Allocation(IReadOnlyList<PaidBill> Bills, Money Credit);
