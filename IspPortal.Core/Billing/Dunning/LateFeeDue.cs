using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A fee that is to be charged.</summary>
/// <param name="Step">The step, as <see cref="LateFeeStep.Key"/>.</param>
/// <param name="Whole">The whole fee from this step on.</param>
/// <param name="Amount">What of it is not charged or waived yet.</param>
public sealed record LateFeeDue(string Step, Money Whole, Money Amount);
