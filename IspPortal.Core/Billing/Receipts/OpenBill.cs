using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>A bill that can be paid.</summary>
/// <param name="Id">The bill.</param>
/// <param name="DueOn">Its day.</param>
/// <param name="Number">Its number.</param>
/// <param name="Outstanding">What is open of it; above zero.</param>
public sealed record OpenBill(Guid Id, DateOnly DueOn, string Number, Money Outstanding);
