namespace IspPortal.Core.Plans.Offers;

/// <summary>How a promotion makes a plan cheaper.</summary>
public enum PromotionKind
{
    /// <summary>A share off the price.</summary>
    Percent,

    /// <summary>An amount off the price.</summary>
    Amount,

    /// <summary>Pay N periods at once and get M: the money of the free ones is deferred revenue.</summary>
    PayNGetM,

    /// <summary>The first periods cost nothing.</summary>
    FreeMonths,
}
