using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What a payment does to a bill.</summary>
/// <param name="BillId">The bill.</param>
/// <param name="Number">Its number.</param>
/// <param name="Paid">What of the payment it gets; above zero.</param>
/// <param name="Rounded">What is missing and let go.</param>
/// <param name="Open">What is open of it afterwards.</param>
public sealed record PaidBill(Guid BillId, string Number, Money Paid, Money Rounded, Money Open);
