using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Tests.Billing.Generator;

namespace IspPortal.Tests.Billing.Tax;

public sealed class TaxingAnInvoiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    private static InvoiceTaxes Tax(long amount, string code = TaxTable.Ppn, DateOnly? on = null, TaxProfile? profile = null) =>
        InvoiceTax.Calculate([(code, Money.Idr(amount))], TaxTable.Indonesia, on ?? Today, profile ?? new());

    [Theory]
    [InlineData(100_000, 91_667, 11_000)]
    [InlineData(150_000, 137_500, 16_500)]
    [InlineData(150_250, 137_729, 16_528)]
    [InlineData(199_000, 182_417, 21_890)]
    [InlineData(350_000, 320_833, 38_500)]
    [InlineData(0, 0, 0)]
    [InlineData(-150_250, -137_729, -16_528)]
    public void Twelve_percent_are_of_eleven_twelfths_from_the_unrounded_base(long price, long taxBase, long tax)
    {
        var amount = Assert.Single(Tax(price).Amounts);
        Assert.Equal((Money.Idr(price), Money.Idr(taxBase), Money.Idr(tax), Money.Idr(price + tax)), (amount.Base, amount.TaxBase, amount.Tax, amount.Total));
    }

    [Theory]
    [InlineData(100_000, 90_090, 9_910)]
    [InlineData(150_000, 135_135, 14_865)]
    [InlineData(166_500, 150_000, 16_500)]
    [InlineData(200_000, 180_180, 19_820)]
    public void A_price_with_tax_in_it_is_taken_apart_so_that_it_adds_up(long total, long price, long tax)
    {
        var taxes = Tax(total, TaxTable.PpnIncluded);
        Assert.Equal((Money.Idr(price), Money.Idr(tax), Money.Idr(total), Money.Idr(total)), (taxes.Base, taxes.Tax, taxes.Total, taxes.Payable));
    }

    [Theory]
    [InlineData("2020-01-01", 10_000, "PPN 10 %")]
    [InlineData("2022-03-31", 10_000, "PPN 10 %")]
    [InlineData("2022-04-01", 11_000, "PPN 11 %")]
    [InlineData("2024-12-31", 11_000, "PPN 11 %")]
    [InlineData("2025-01-01", 11_000, "PPN 12 %")]
    public void The_day_of_the_invoice_decides_the_rate(string on, long tax, string name)
    {
        var amount = Assert.Single(Tax(100_000, on: DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Amounts);
        Assert.Equal((Money.Idr(tax), name), (amount.Tax, amount.Rule!.Name));
    }

    [Fact]
    public void It_is_rounded_once_on_the_sum_and_not_on_each_line()
    {
        // Each line alone would have 55.55 → 56 of tax.
        var taxes = InvoiceTax.Calculate(Enumerable.Repeat((TaxTable.Ppn, Money.Idr(505)), 10), TaxTable.Indonesia, Today, new());
        Assert.Equal(Money.Idr(556), taxes.Tax);
    }

    [Fact]
    public void Lines_without_a_code_are_on_the_invoice_without_tax()
    {
        var taxes = InvoiceTax.Calculate([(TaxTable.Ppn, Money.Idr(150_000)), ("", Money.Idr(100_000)), (TaxTable.Ppn, Money.Idr(-50_000))], TaxTable.Indonesia, Today, new(WithholdingBasisPoints: 200));
        Assert.Equal([(null, 100_000L, 0L), (TaxTable.Ppn, 100_000L, 11_000L)], taxes.Amounts.Select(a => (a.Rule?.Code, a.Base.Minor, a.Tax.Minor)));
        Assert.Equal((Money.Idr(211_000), Money.Idr(2_000), Money.Idr(209_000), "04"), (taxes.Total, taxes.Withheld, taxes.Payable, taxes.FakturCode));
    }

    [Fact]
    public void The_first_bill_of_a_line_taxes_its_month_and_its_installation_but_not_its_deposit()
    {
        var term = Sold.Term("Rumah 20", 150_000, "2026-11-01") with { InstallationFee = Money.Idr(250_000), Deposit = Money.Idr(100_000) };
        var lines = InvoiceGenerator.Generate(new(Guid.Empty, [Sold.Subscription(PlanPayment.Prepaid, "2026-11-01", term)]), new(), [], Today);
        var taxes = InvoiceTax.Calculate(lines.Where(line => line.FromOn is null || line.FromOn < Today), TaxTable.Indonesia, Today, new());
        Assert.Equal((Money.Idr(500_000), Money.Idr(44_000), Money.Idr(544_000)), (taxes.Base, taxes.Tax, taxes.Payable));
    }

    [Fact]
    public void A_company_withholds_two_percent_of_the_base()
    {
        var taxes = Tax(150_000, profile: new(WithholdingBasisPoints: 200));
        Assert.Equal((Money.Idr(166_500), Money.Idr(3_000), Money.Idr(163_500)), (taxes.Total, taxes.Withheld, taxes.Payable));
        // 150,025 x 2 % is 3,000.5.
        Assert.Equal(Money.Idr(3_001), Tax(150_025, profile: new(WithholdingBasisPoints: 200)).Withheld);
    }

    [Fact]
    public void A_government_buyer_pays_the_tax_to_the_state_itself()
    {
        var taxes = Tax(150_000, profile: new(CustomerTax.Collector, 200));
        Assert.Equal((Money.Idr(166_500), Money.Idr(16_500), Money.Idr(147_000), "02"), (taxes.Total, taxes.CollectedByCustomer, taxes.Payable, taxes.FakturCode));
    }

    [Fact]
    public void An_exempt_customer_pays_none_even_of_prices_that_include_it()
    {
        var taxes = Tax(150_000, profile: new(CustomerTax.Exempt));
        Assert.Equal((Money.Idr(150_000), Money.Zero, null), (taxes.Payable, taxes.Tax, taxes.FakturCode));
        Assert.Equal(Money.Idr(150_000), Tax(166_500, TaxTable.PpnIncluded, profile: new(CustomerTax.Exempt)).Payable);
    }

    [Fact]
    public void A_full_rate_on_the_price_has_the_faktur_code_01_and_an_exempt_rule_none()
    {
        var table = new TaxTable([new("LUX", DateOnly.MinValue, "PPN 12 %", 1_200), new("NONE", DateOnly.MinValue, "Bebas", 0, TaxMode.Exempt)]);
        var luxury = InvoiceTax.Calculate([("LUX", Money.Idr(100_000))], table, Today, new());
        Assert.Equal((Money.Idr(12_000), Money.Idr(100_000), "01"), (luxury.Tax, luxury.Amounts[0].TaxBase, luxury.FakturCode));
        Assert.Equal((Money.Idr(100_000), null), (InvoiceTax.Calculate([("NONE", Money.Idr(100_000))], table, Today, new()) is var none ? none.Total : default, none.FakturCode));
    }

    [Fact]
    public void Before_its_first_day_a_code_has_no_tax_and_an_unknown_one_is_a_broken_promise()
    {
        var table = new TaxTable([new("NEW", new(2027, 1, 1), "PPN", 1_300)]);
        Assert.Equal(Money.Zero, InvoiceTax.Calculate([("NEW", Money.Idr(100_000))], table, Today, new()).Tax);
        Assert.Equal(Money.Idr(13_000), InvoiceTax.Calculate([("NEW", Money.Idr(100_000))], table, new(2027, 1, 1), new()).Tax);
        Assert.Throws<ArgumentException>(() => Tax(1, "PPNBM"));
        Assert.Throws<ArgumentException>(() => new TaxTable([new("A", Today, "A", 1), new("A", Today, "B", 2)]));
    }

    [Fact]
    public void Base_and_tax_always_add_up_and_tax_is_within_half_a_rupiah() =>
        Prop.ForAll(Gen.Choose(-2_000_000_000, 2_000_000_000).ToArbitrary(), amount =>
        {
            var (on, within) = (Tax(amount), Tax(amount, TaxTable.PpnIncluded));
            return Math.Abs((on.Tax.Minor * 100) - (amount * 11L)) <= 50 && within.Total == Money.Idr(amount) && Math.Abs((within.Base.Minor * 111) - (amount * 100L)) <= 55 && on.Total == on.Payable;
        }).QuickCheckThrowOnFailure();
}
