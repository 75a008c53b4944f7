using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A part of what was promised.</summary>
/// <param name="DueOn">The last day on which it is paid in time.</param>
/// <param name="Amount">How much.</param>
public sealed record PromisePart(DateOnly DueOn, Money Amount);
