using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Dunning;

/// <summary>What becomes of promises and instalments, and when a run is too large.</summary>
public sealed class PromisingToPayTests
{
    private static readonly PromisePart[] Thrice = [new(new(2026, 11, 25), Money.Idr(100_000)), new(new(2026, 12, 25), Money.Idr(100_000)), new(new(2027, 1, 25), Money.Idr(100_000))];

    [Theory]
    [InlineData("2026-11-25", 0, PromiseState.Open)]
    [InlineData("2026-11-26", 0, PromiseState.Broken)]
    [InlineData("2026-11-26", 99_999, PromiseState.Broken)]
    [InlineData("2026-11-26", 100_000, PromiseState.Open)]
    [InlineData("2026-12-25", 100_000, PromiseState.Open)]
    [InlineData("2026-12-26", 100_000, PromiseState.Broken)]
    [InlineData("2026-12-26", 250_000, PromiseState.Open)]
    [InlineData("2026-12-26", 300_000, PromiseState.Kept)]
    [InlineData("2027-01-26", 299_999, PromiseState.Broken)]
    public void Instalments_are_kept_part_by_part(string day, long paid, PromiseState expected) =>
        Assert.Equal(expected, PromiseRule.StateOf(Thrice, Money.Idr(paid), false, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Who_owes_nothing_any_more_kept_it() => Assert.Equal(PromiseState.Kept, PromiseRule.StateOf(Thrice, Money.Zero, true, new(2027, 6, 1)));

    [Theory]
    [InlineData(25, 100, false)]
    [InlineData(26, 100, true)]
    [InlineData(1, 0, true)]
    [InlineData(0, 0, false)]
    public void A_share_is_of_all_accounts(int accounts, int all, bool beyond) => Assert.Equal(beyond, IsolirLimits.IsBeyondShare(accounts, all, 25));

    [Theory]
    [InlineData(100, new int[0], false)]
    [InlineData(150, new[] { 100 }, false)]
    [InlineData(151, new[] { 100 }, true)]
    [InlineData(50, new[] { 100 }, false)]
    [InlineData(49, new[] { 100 }, true)]
    [InlineData(15, new[] { 8, 12, 10 }, false)]
    [InlineData(16, new[] { 8, 12, 10 }, true)]
    public void What_is_usual_is_the_average_of_the_months_before(int accounts, int[] before, bool unusual) => Assert.Equal(unusual, IsolirLimits.IsUnusual(accounts, before, 50));
}
