using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans.Offers;

/// <summary>What a promotion makes of a price. Pure: preview and bill ask the same.</summary>
public static class PromotionPrice
{
    /// <summary>What one period costs; <paramref name="periodNumber"/> counts from 1 with the first that the promotion covers. Never below nothing.</summary>
    public static Money OfPeriod(SavePromotionRequest promotion, Money price, int periodNumber)
    {
        ArgumentNullException.ThrowIfNull(promotion);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodNumber, 1);
        var holds = promotion.Periods is not { } periods || periodNumber <= periods;
        return promotion.Kind switch
        {
            PromotionKind.Percent when holds => price - price.Times(promotion.Percent ?? 0, 100),
            PromotionKind.Amount when holds => price > promotion.Amount ? price - promotion.Amount : Money.Zero,
            PromotionKind.FreeMonths when holds => Money.Zero,
            _ => price,
        };
    }

    /// <summary>What is paid at once for <see cref="SavePromotionRequest.GetPeriods"/> periods of pay N get M, and its fair part of each period.</summary>
    public static IReadOnlyList<Money> Spread(SavePromotionRequest promotion, Money price)
    {
        ArgumentNullException.ThrowIfNull(promotion);
        return promotion is { Kind: PromotionKind.PayNGetM, PayPeriods: { } pay, GetPeriods: { } get } ? (price * pay).Split(get) : [price];
    }
}
