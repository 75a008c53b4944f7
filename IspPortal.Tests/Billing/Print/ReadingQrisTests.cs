using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Lab.Seeding;

namespace IspPortal.Tests.Billing.Print;

public sealed class ReadingQrisTests
{
    /// <summary>Published by an acquirer; its amount comes after the postcode.</summary>
    private const string Published =
        "00020101021226620014COM.GO-JEK.WWW011993600914337918182570210G3791818250303UKE51440014ID.CO.QRIS.WWW0215AID7720513752290303UKE5204359353033605802ID5910PAPI LIVE26005KUKAR6105755535409100000.0062475036b1855b6c-70ab-4449-9778-61b8ffe43fd20703A016304C385";

    private static readonly string Static = LabLetterheadStep.SampleQris;

    [Fact]
    public void The_checksum_is_that_of_the_standard() => Assert.Equal((0x29B1, 0xC385), (Qris.ChecksumOf("123456789"), Qris.ChecksumOf(Published[..^4])));

    [Fact]
    public void The_published_code_is_read_and_is_not_a_static_one()
    {
        var code = Qris.Parse(Published)!;
        Assert.Equal(("PAPI LIVE2", "KUKAR", "100000.00", false), (code.Merchant, code.City, code.Amount, code.IsStatic));
    }

    [Fact]
    public void A_static_code_becomes_a_dynamic_one_with_the_amount_and_nothing_else_changed()
    {
        var code = Qris.Parse(Static)!;
        Assert.True(code.IsStatic);

        var payload = code.For(Money.Idr(166_500));

        var dynamic = Qris.Parse(payload)!;
        Assert.Equal(("166500", false, code.Merchant, code.City), (dynamic.Amount, dynamic.IsStatic, dynamic.Merchant, dynamic.City));
        Assert.StartsWith("000201010212", payload, StringComparison.Ordinal);
        Assert.Contains("53033605406166500", payload, StringComparison.Ordinal);
        Assert.Equal(Static.Replace("010211", "010212", StringComparison.Ordinal)[..^4].Replace("5303360", "53033605406166500", StringComparison.Ordinal), payload[..^4]);
    }

    [Theory]
    [InlineData("550201")]
    [InlineData("5502025604500057035.0")]
    public void A_surcharge_of_the_code_is_left_out(string surcharge)
    {
        var charged = Signed(Static[..^8].Replace("5802ID", surcharge + "5802ID", StringComparison.Ordinal));
        Assert.Equal(Qris.Parse(Static)!.For(Money.Idr(1_000)), Qris.Parse(charged)!.For(Money.Idr(1_000)));
    }

    [Fact]
    public void One_wrong_letter_anywhere_is_seen()
    {
        for (var at = 0; at < Static.Length; at++)
        {
            Assert.Null(Qris.Parse(Static[..at] + (Static[at] == '7' ? '8' : '7') + Static[(at + 1)..]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0002")]
    [InlineData("00020101021163041234")]
    [InlineData("not a code at all")]
    public void What_is_no_code_is_none(string text) => Assert.Null(Qris.Parse(text));

    [Theory]
    [InlineData("5303360", "5303840")] // dollars
    [InlineData("5802ID", "5802SG")]
    [InlineData("010211", "010213")]
    [InlineData("5204", "5304")] // the currency twice, no category
    [InlineData("000201", "000202")]
    public void What_is_not_of_Indonesia_or_not_whole_is_none_though_its_checksum_holds(string part, string instead) =>
        Assert.Null(Qris.Parse(Signed(Static[..^8].Replace(part, instead, StringComparison.Ordinal))));

    [Fact]
    public void Without_a_merchant_it_is_none() => Assert.Null(Qris.Parse(Signed("00020101021152048999530336058" + "02ID5905CONTO6006BEKASI")));

    [Fact]
    public void An_amount_is_above_nothing_and_in_rupiah()
    {
        var code = Qris.Parse(Static)!;
        Assert.Throws<ArgumentOutOfRangeException>(() => code.For(Money.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => code.For(Money.Idr(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => code.For(Money.Idr(10_000_000_000_000)));
        Assert.Equal("9999999999999", Qris.Parse(code.For(Money.Idr(9_999_999_999_999)))!.Amount);
    }

    private static string Signed(string fields) => $"{fields}6304{Qris.ChecksumOf(fields + "6304"):X4}";
}
