using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>A part of the money by how it came.</summary>
/// <param name="Method">How.</param>
/// <param name="Place">The drawer, collector, bank account or gateway where it lies now. Up to 64 characters.</param>
/// <param name="Amount">How much; above zero.</param>
public sealed record MoneyPart(PaymentMethod Method, string Place, Money Amount);
