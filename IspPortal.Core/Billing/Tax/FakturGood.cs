using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>What a faktur is about: the lines of one tax code together, as the tax was computed.</summary>
/// <param name="Name">What was served.</param>
/// <param name="RateBasisPoints">The rate on <paramref name="OtherBase"/>.</param>
/// <param name="Price">Before discounts, without tax.</param>
/// <param name="Discount">What was taken off.</param>
/// <param name="OtherBase">DPP nilai lain.</param>
/// <param name="Tax">The tax.</param>
public sealed record FakturGood(string Name, int RateBasisPoints, Money Price, Money Discount, Money OtherBase, Money Tax)
{
    /// <summary>DPP: the price after discounts.</summary>
    public Money Base => Price - Discount;
}
