using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>An add-on that a subscription has or had.</summary>
/// <param name="Id">The sold add-on.</param>
/// <param name="Name">Its name on the bill.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Price">Of one piece: for a period of the plan, or once.</param>
/// <param name="IsOneTime">Charged once.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last; null: goes on.</param>
/// <param name="TaxCode">Its tax rule; empty: none.</param>
public sealed record AddOnFacts(Guid Id, string Name, int Quantity, Money Price, bool IsOneTime, DateOnly FromOn, DateOnly? ToOn = null, string TaxCode = "");
