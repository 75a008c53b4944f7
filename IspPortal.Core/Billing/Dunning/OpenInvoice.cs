using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A bill that is owed and not settled.</summary>
/// <param name="Id">The bill.</param>
/// <param name="DueOn">The last day on which it can be paid in time.</param>
/// <param name="Outstanding">What is open of it.</param>
public sealed record OpenInvoice(Guid Id, DateOnly DueOn, Money Outstanding);
