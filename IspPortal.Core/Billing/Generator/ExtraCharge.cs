using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>A charge that somebody or some rule made: it is billed once, as it is.</summary>
/// <param name="Id">The charge.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">Its name on the bill.</param>
/// <param name="Amount">What it comes to; negative for what is given.</param>
/// <param name="On">The day from which on it is billed.</param>
/// <param name="TaxCode">Its tax rule; empty: none.</param>
public sealed record ExtraCharge(Guid Id, ChargeKind Kind, string Text, Money Amount, DateOnly On, string TaxCode = "");
