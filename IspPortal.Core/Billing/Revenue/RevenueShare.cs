using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Revenue;

/// <summary>What was billed of one plan or area.</summary>
/// <param name="Name">The plan or city; null: neither of a line, or no city is known.</param>
/// <param name="Billed">Without tax and deposits, discounts taken off.</param>
/// <param name="Lines">How many lines were billed.</param>
/// <param name="Percent">Its share of everything, in percent.</param>
public sealed record RevenueShare(string? Name, Money Billed, int Lines, double Percent);
