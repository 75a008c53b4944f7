using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>The part of an amount that is earned in one period.</summary>
/// <param name="FromOn">The period's first day.</param>
/// <param name="ToOn">Its last.</param>
/// <param name="Amount">Its part; all parts of a line add up to the line.</param>
public sealed record SpreadPart(DateOnly FromOn, DateOnly ToOn, Money Amount);
