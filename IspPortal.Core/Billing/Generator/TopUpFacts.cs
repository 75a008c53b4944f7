using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Data that was bought.</summary>
/// <param name="Id">The top-up.</param>
/// <param name="BoughtOn">When.</param>
/// <param name="Bytes">How much.</param>
/// <param name="Price">What it cost.</param>
/// <param name="TaxCode">Its tax rule; empty: none.</param>
public sealed record TopUpFacts(Guid Id, DateOnly BoughtOn, long Bytes, Money Price, string TaxCode = "");
