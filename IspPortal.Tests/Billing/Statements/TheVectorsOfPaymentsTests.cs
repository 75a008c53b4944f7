using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Statements;

/// <summary>The figures of the facts about payments, each named after what it shows.</summary>
public sealed class TheVectorsOfPaymentsTests
{
    private static readonly DateOnly On = new(2026, 11, 1);
    private static readonly LateFeePolicy IndiHome = new DunningSettings { LateFee = "steps", LateFeeSteps = "1:5:5000, next-month:10:10000" }.Policy.LateFee;

    [Theory]
    [InlineData(100_000, 91_667, 11_000)]
    [InlineData(150_000, 137_500, 16_500)]
    [InlineData(150_250, 137_729, 16_528)]
    [InlineData(199_000, 182_417, 21_890)]
    [InlineData(350_000, 320_833, 38_500)]
    public void Ppn_is_eleven_percent_of_the_unrounded_base_and_dpp_nilai_lain_is_for_paper(long price, long other, long ppn)
    {
        var taxes = Tax([Line(price, TaxTable.Ppn)]);
        Assert.Equal((other, ppn), (taxes.Amounts.Single().TaxBase.Minor, taxes.Tax.Minor));
    }

    [Fact]
    public void Twelve_percent_of_the_rounded_dpp_would_differ_by_a_rupiah_for_150250() =>
        Assert.Equal((16_528L, 16_527L), (Tax([Line(150_250, TaxTable.Ppn)]).Tax.Minor, Money.Idr(137_729).Times(12, 100).Minor));

    [Theory]
    [InlineData(100_000, 90_090, 9_910)]
    [InlineData(150_000, 135_135, 14_865)]
    [InlineData(166_500, 150_000, 16_500)]
    [InlineData(200_000, 180_180, 19_820)]
    public void Ppn_that_is_in_the_price_is_what_the_base_leaves(long total, long price, long ppn)
    {
        var taxes = InvoiceTax.Calculate([Line(total, TaxTable.PpnIncluded)], TaxTable.Indonesia, On, new TaxProfile(CustomerTax.Normal));
        Assert.Equal((price, ppn), (taxes.Base.Minor, taxes.Tax.Minor));
    }

    [Fact]
    public void Ppn_is_of_the_sum_of_an_invoice_not_of_its_lines() => Assert.Equal(33_055L, Tax([Line(150_250, TaxTable.Ppn), Line(150_250, TaxTable.Ppn)]).Tax.Minor);

    [Theory]
    [InlineData(150_000, 17, 31, 82_258)]
    [InlineData(150_000, 10, 30, 50_000)]
    [InlineData(199_000, 1, 31, 6_419)]
    [InlineData(350_000, 27, 28, 337_500)]
    [InlineData(2_495, 9, 31, 724)]
    [InlineData(2_495, 22, 30, 1_830)]
    [InlineData(2_495, 8, 31, 644)]
    [InlineData(2_495, 25, 30, 2_079)]
    public void A_part_of_a_period_is_its_days_half_up(long price, int days, int of, long expected) => Assert.Equal(expected, Money.Idr(price).Times(days, of).Minor);

    [Theory]
    [InlineData(280_000, "2026-11-21", 14_000)]
    [InlineData(280_000, "2026-12-01", 28_000)]
    [InlineData(90_000, "2026-11-21", 5_000)]
    [InlineData(90_000, "2026-12-01", 10_000)]
    public void A_late_fee_by_steps_is_the_whole_fee_of_its_step_and_no_less_than_the_least(long open, string day, long fee) =>
        Assert.Equal(fee, LateFeeRule.Due(new OpenInvoice(Guid.CreateVersion7(), new(2026, 11, 20), Money.Idr(open)), StatementScene.Day(day), IndiHome, new Dictionary<string, Money>())!.Amount.Minor);

    [Fact]
    public void Bhp_and_uso_are_half_and_one_and_a_quarter_percent_of_the_gross() =>
        Assert.Equal((500_000L, 1_250_001L), (Money.Idr(100_000_050).Times(50, 10_000).Minor, Money.Idr(100_000_050).Times(125, 10_000).Minor));

    [Fact]
    public void Rupiah_are_read_and_written_whole_whatever_the_culture()
    {
        var indonesian = System.Globalization.CultureInfo.GetCultureInfo("id-ID");
        Assert.Equal("Rp 166.500", Money.Idr(166_500).ToString(indonesian).Replace('\u00A0', ' '));
        Assert.Equal(10_000m, decimal.Parse("10000.00", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1_000_000m, decimal.Parse("10000.00", indonesian));
    }

    private static InvoiceTaxes Tax(IReadOnlyList<BillLine> lines) => InvoiceTax.Calculate(lines, TaxTable.Indonesia, On, new TaxProfile(CustomerTax.Normal));

    private static BillLine Line(long amount, string code) => new() { Kind = ChargeKind.Period, Amount = Money.Idr(amount), Rule = BillRule.WholePeriod, TaxCode = code, ChargeKey = "period:1" };
}
