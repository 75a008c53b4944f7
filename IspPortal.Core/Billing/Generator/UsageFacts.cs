using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>What the traffic past the quota of one ended period costs.</summary>
/// <param name="Id">The charge.</param>
/// <param name="FromOn">The period's first day.</param>
/// <param name="ToOn">Its last.</param>
/// <param name="OverBytes">The bytes past the quota.</param>
/// <param name="PerGigabyte">What a gigabyte costs.</param>
/// <param name="Amount">What they cost.</param>
/// <param name="TaxCode">Its tax rule; empty: none.</param>
public sealed record UsageFacts(Guid Id, DateOnly FromOn, DateOnly ToOn, long OverBytes, Money PerGigabyte, Money Amount, string TaxCode = "");
