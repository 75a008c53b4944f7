using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Common;

public sealed class CountingMoneyTests
{
    private static readonly Currency Usd = new("USD", 2, "$");

    [Theory]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -3)]
    [InlineData(4, 1, 3, 1)]
    [InlineData(200_000, 11, 100, 22_000)]
    [InlineData(1, 1, 3, 0)]
    [InlineData(long.MaxValue, 2, 2, long.MaxValue)]
    public void A_fraction_rounds_a_half_away_from_zero(long amount, long numerator, long denominator, long expected) =>
        Assert.Equal(Money.Idr(expected), Money.Idr(amount).Times(numerator, denominator));

    [Fact]
    public void An_overflow_and_a_mix_of_currencies_throw()
    {
        Assert.Throws<OverflowException>(() => Money.Idr(long.MaxValue) + Money.Idr(1));
        Assert.Throws<OverflowException>(() => Money.Idr(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => Money.Idr(long.MaxValue).Times(3, 2));
        Assert.Throws<InvalidOperationException>(() => Money.Idr(1) + Money.Of(1, Usd));
        Assert.Throws<InvalidOperationException>(() => Money.Idr(1) < Money.Of(1, Usd));
    }

    [Theory]
    [InlineData(1_250_000, "id-ID", "Rp 1.250.000")]
    [InlineData(1_250_000, "en", "Rp 1,250,000")]
    [InlineData(-5_000, "id-ID", "−Rp 5.000")]
    [InlineData(0, "en", "Rp 0")]
    public void It_reads_as_the_reader_writes(long rupiah, string culture, string expected) => Assert.Equal(expected, Money.Idr(rupiah).ToString(CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void A_currency_with_cents_shows_them() => Assert.Equal("$ 1,234.05", Money.Of(123_405, Usd).ToString(CultureInfo.GetCultureInfo("en")));

    [Fact]
    public void Rupiah_are_a_whole_number_of_json()
    {
        Assert.Equal("200000", JsonSerializer.Serialize(Money.Idr(200_000)));
        Assert.Equal(Money.Idr(200_000), JsonSerializer.Deserialize<Money>("200000"));
    }

    [Fact]
    public void Parts_add_up_to_the_whole_and_differ_by_one_at_the_most() => Prop.ForAll(
        Gen.Choose(-2_000_000_000, 2_000_000_000).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (amount, parts) =>
        {
            var split = Money.Idr(amount).Split(parts);
            return split.Count == parts && split.Aggregate(Money.Zero, (sum, part) => sum + part) == Money.Idr(amount) && split.Max(p => p.Minor) - split.Min(p => p.Minor) <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weighted_parts_add_up_and_no_part_is_a_unit_away_from_its_share() => Prop.ForAll(
        Gen.Choose(-1_000_000_000, 1_000_000_000).ToArbitrary(), Gen.NonEmptyListOf(Gen.Choose(1, 10_000)).ToArbitrary(), (amount, weights) =>
        {
            var longs = weights.Select(w => (long)w).ToList();
            var split = Money.Idr(amount).Split(longs);
            var total = longs.Sum();
            return split.Aggregate(Money.Zero, (sum, part) => sum + part) == Money.Idr(amount)
                && split.Zip(longs).All(pair => Int128.Abs(((Int128)pair.First.Minor * total) - ((Int128)amount * pair.Second)) < total);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_fraction_is_within_half_a_unit() => Prop.ForAll(
        Gen.Choose(-2_000_000_000, 2_000_000_000).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(1, 100_000).ToArbitrary(), (amount, numerator, denominator) =>
            Int128.Abs(((Int128)Money.Idr(amount).Times(numerator, denominator).Minor * denominator) - ((Int128)amount * numerator)) * 2 <= denominator).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("200000", 200_000)]
    [InlineData("200.000", 200_000)]
    [InlineData("1,250,000", 1_250_000)]
    [InlineData("Rp 1.250.000", 1_250_000)]
    [InlineData("0", 0)]
    public void What_people_type_is_read(string text, long rupiah)
    {
        Assert.True(MoneyText.TryParse(text, out var amount));
        Assert.Equal(Money.Idr(rupiah), amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("1.2345")]
    [InlineData("1234.567")]
    [InlineData("-5")]
    [InlineData("abc")]
    [InlineData("1.000.000.000.001")]
    public void What_could_mean_two_things_is_refused(string text) => Assert.False(MoneyText.TryParse(text, out _));
}
