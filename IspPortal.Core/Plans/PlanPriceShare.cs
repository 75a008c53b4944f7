using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans;

/// <summary>How many lines pay a price.</summary>
/// <param name="Price">Per period.</param>
/// <param name="Lines">How many.</param>
public sealed record PlanPriceShare(Money Price, int Lines);
