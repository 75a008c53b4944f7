using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Tax;

public sealed class SayingAnAmountInWordsTests
{
    [Theory]
    [InlineData(0, "nol rupiah", "zero rupiah")]
    [InlineData(1, "satu rupiah", "one rupiah")]
    [InlineData(10, "sepuluh rupiah", "ten rupiah")]
    [InlineData(11, "sebelas rupiah", "eleven rupiah")]
    [InlineData(12, "dua belas rupiah", "twelve rupiah")]
    [InlineData(20, "dua puluh rupiah", "twenty rupiah")]
    [InlineData(21, "dua puluh satu rupiah", "twenty-one rupiah")]
    [InlineData(100, "seratus rupiah", "one hundred rupiah")]
    [InlineData(111, "seratus sebelas rupiah", "one hundred eleven rupiah")]
    [InlineData(999, "sembilan ratus sembilan puluh sembilan rupiah", "nine hundred ninety-nine rupiah")]
    [InlineData(1_000, "seribu rupiah", "one thousand rupiah")]
    [InlineData(1_001, "seribu satu rupiah", "one thousand one rupiah")]
    [InlineData(2_000, "dua ribu rupiah", "two thousand rupiah")]
    [InlineData(11_000, "sebelas ribu rupiah", "eleven thousand rupiah")]
    [InlineData(101_000, "seratus satu ribu rupiah", "one hundred one thousand rupiah")]
    [InlineData(166_500, "seratus enam puluh enam ribu lima ratus rupiah", "one hundred sixty-six thousand five hundred rupiah")]
    [InlineData(1_000_000, "satu juta rupiah", "one million rupiah")]
    [InlineData(1_001_000, "satu juta seribu rupiah", "one million one thousand rupiah")]
    [InlineData(1_250_019, "satu juta dua ratus lima puluh ribu sembilan belas rupiah", "one million two hundred fifty thousand nineteen rupiah")]
    [InlineData(2_000_000_000, "dua miliar rupiah", "two billion rupiah")]
    [InlineData(1_000_000_000_000, "satu triliun rupiah", "one trillion rupiah")]
    [InlineData(-16_500, "minus enam belas ribu lima ratus rupiah", "minus sixteen thousand five hundred rupiah")]
    public void Both_languages_say_it(long rupiah, string indonesian, string english)
    {
        Assert.Equal(indonesian, Terbilang.Indonesian(Money.Idr(rupiah)));
        Assert.Equal(english, Terbilang.English(Money.Idr(rupiah)));
    }

    [Fact]
    public void The_largest_amounts_have_words_too()
    {
        Assert.StartsWith("sembilan kuintiliun dua ratus dua puluh tiga kuadriliun", Terbilang.Indonesian(Money.Idr(long.MaxValue)), StringComparison.Ordinal);
        Assert.StartsWith("minus nine quintillion", Terbilang.English(Money.Idr(long.MinValue)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_currency_has_none() => Assert.Throws<ArgumentException>(() => Terbilang.English(Money.Of(100, new("USD", 2, "$"))));
}
