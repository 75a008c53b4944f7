using System.Text;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Books;

public sealed class WritingFakturTests
{
    private static readonly TaxSettings Seller = new() { SellerTin = "0012345678901000" };

    [Fact]
    public void The_file_is_the_stored_sample()
    {
        using var stream = typeof(WritingFakturTests).Assembly.GetManifestResourceStream("coretax-sample.xml")!;
        using var sample = new StreamReader(stream);
        var written = Encoding.UTF8.GetString(CoretaxXml.Write(Seller, [Company(), Government()]));
        Assert.Equal(sample.ReadToEnd().ReplaceLineEndings("\n").Trim(), written.Trim());
    }

    [Fact]
    public void What_is_missing_is_named_and_nothing_is_written()
    {
        Assert.Empty(Company().GapsWith(Seller));
        Assert.Equal([FakturGap.SellerTin], Company().GapsWith(new TaxSettings()));
        var bare = Company() with { Buyer = new FakturBuyer(" ", null, null, "12345", null, null) };
        Assert.Equal([FakturGap.BuyerNumber, FakturGap.BuyerName, FakturGap.BuyerAddress], bare.GapsWith(Seller));
        Assert.Equal([FakturGap.NotPositive], (Company() with { Goods = [new("x", 1_200, Money.Idr(5), Money.Idr(5), Money.Zero, Money.Zero)] }).GapsWith(Seller));
        Assert.Equal([FakturGap.SeveralRates], (Company() with { Goods = [.. Company().Goods, new("x", 1_100, Money.Idr(5), Money.Zero, Money.Idr(5), Money.Zero)] }).GapsWith(Seller));
        Assert.Throws<ArgumentException>(() => CoretaxXml.Write(Seller, [Company(), bare]));
        Assert.Throws<ArgumentException>(() => CoretaxXml.Write(Seller, [.. Enumerable.Repeat(Company(), CoretaxXml.MostInOneFile + 1)]));
    }

    [Theory]
    [InlineData("0098765432109000", "0098765432109000")]
    [InlineData("098765432109000", "0098765432109000")]
    [InlineData("12345", null)]
    [InlineData("00987654321O9000", null)]
    [InlineData(null, null)]
    public void An_old_number_of_a_company_has_a_zero_before_it(string? held, string? number) => Assert.Equal(number, TaxNumbers.NumberOf(held));

    [Theory]
    [InlineData("2009-01-01 0.5 1.25", 1)]
    [InlineData("2027-01-01 0.75 1 ; 2009-01-01 0.5 1.25;", 2)]
    [InlineData("", 0)]
    [InlineData("2009-01-01 0.5", null)]
    [InlineData("2009-13-01 0.5 1.25", null)]
    [InlineData("2009-01-01 0.505 1.25", null)]
    [InlineData("2009-01-01 101 1.25", null)]
    [InlineData("2009-01-01 0.5 1.25; 2009-01-01 0.5 1", null)]
    public void Rates_are_read_or_refused(string text, int? count) => Assert.Equal(count, TelecomRate.Parse(text)?.Count);

    [Fact]
    public void BHP_and_USO_are_of_gross_revenue_with_the_rates_of_their_days()
    {
        var rates = TelecomRate.Parse("2009-01-01 0.5 1.25; 2026-05-01 1 2")!;
        var report = TelecomReport.Of(2026, new Dictionary<int, Money> { [1] = Money.Idr(100_000_000), [3] = Money.Idr(50), [4] = Money.Idr(1_000_000), [5] = Money.Idr(1_000_000) }, rates);
        Assert.Equal([(100_000_050L, 500_000L, 1_250_001L), (2_000_000L, 15_000L, 32_500L), (0L, 0L, 0L), (0L, 0L, 0L)], report.Quarters.Select(q => (q.Gross.Minor, q.Bhp.Minor, q.Uso.Minor)));
        Assert.Equal((102_000_050L, 515_000L, 1_282_501L, new DateOnly(2027, 4, 30)), (report.Gross.Minor, report.Bhp.Minor, report.Uso.Minor, report.DueOn));
    }

    [Fact]
    public void Settings_are_judged()
    {
        var validator = new TaxSettingsValidator();
        Assert.True(validator.Validate(new TaxSettings()).IsValid);
        Assert.True(validator.Validate(Seller).IsValid);
        Assert.Equal(["SellerIdtku", "SellerTin", "TelecomRates"], validator.Validate(new TaxSettings { SellerTin = "1", SellerIdtku = "2", TelecomRates = "x" }).Errors.Select(e => e.PropertyName).Order(StringComparer.Ordinal));
        Assert.Equal("0012345678901000000000", Seller.Idtku);
    }

    private static Faktur Company() => new(
        Guid.CreateVersion7(), "INV-202611-000001", new(2026, 11, 22), "04",
        new("PT Maju & Sons", "Jl. Merdeka 1,\r\n Bekasi", "pajak@maju.example", "0098765432109000", null, "0098765432109000000007"),
        [new("Dedicated 100", 1_200, Money.Idr(160_250), Money.Idr(10_000), Money.Idr(137_729), Money.Idr(16_528))]);

    private static Faktur Government() => new(
        Guid.CreateVersion7(), "INV-202611-000002", new(2026, 11, 23), "02",
        new("Dinas Kominfo", "Jl. Raya 2", null, null, "3275012304560001", null),
        [new("Dedicated 50", 1_200, Money.Idr(1_000_000), Money.Zero, Money.Idr(916_667), Money.Idr(110_000))]);
}
