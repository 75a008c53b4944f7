using IspPortal.Core.Billing.Print;
using IspPortal.Infrastructure.Lab.Seeding;

namespace IspPortal.Tests.Billing.Print;

public sealed class KeepingALetterheadTests
{
    private static readonly LetterheadSettingsValidator Rules = new();

    [Fact]
    public void An_empty_one_and_a_full_one_hold()
    {
        Assert.True(Rules.Validate(new LetterheadSettings()).IsValid);
        Assert.True(Rules.Validate(new LetterheadSettings
        {
            LegalName = "PT Nusantara Net", TaxNumber = "01.234.567.8-901.000", Email = "a@b.test", Bank1 = "BCA", BankNumber1 = "1", BankHolder1 = "PT", Bank3 = "BRI", BankNumber3 = "2", BankHolder3 = "PT", Qris = LabLetterheadStep.SampleQris,
        }).IsValid);
    }

    [Theory]
    [InlineData("012345678901000", true)]
    [InlineData("0012345678901000", true)]
    [InlineData("0012345678901000000001", true)]
    [InlineData("01234567890100", false)]
    [InlineData("01.234.567.8-901.00x", false)]
    public void A_taxpayer_number_has_the_digits_of_one(string number, bool holds) =>
        Assert.Equal(holds ? [] : ["billing.not_npwp"], Rules.Validate(new LetterheadSettings { TaxNumber = number }).Errors.Select(error => error.ErrorCode));

    [Fact]
    public void A_code_that_is_damaged_or_dynamic_is_refused()
    {
        foreach (var payload in new[] { LabLetterheadStep.SampleQris[..^1] + "0", "x", Qris.Parse(LabLetterheadStep.SampleQris)!.For(Core.Common.Money.Money.Idr(5)) })
        {
            Assert.Equal("billing.not_qris", Assert.Single(Rules.Validate(new LetterheadSettings { Qris = payload }).Errors).ErrorCode);
        }
    }

    [Fact]
    public void An_account_is_whole_or_not_there()
    {
        Assert.Equal(["BankHolder2", "BankNumber2"], Rules.Validate(new LetterheadSettings { Bank2 = "BCA" }).Errors.Select(error => error.PropertyName).Order(StringComparer.Ordinal));
        Assert.Equal([new("BCA", "1", "PT"), new("BRI", "2", "CV")], new LetterheadSettings { Bank1 = "BCA", BankNumber1 = "1", BankHolder1 = "PT", Bank3 = "BRI", BankNumber3 = "2", BankHolder3 = "CV" }.Accounts());
    }

    [Fact]
    public void A_taxpayer_number_is_shown_as_people_read_it() => Assert.Equal(
        ["01.234.567.8-901.000", "0012 3456 7890 1000", "0012 3456 7890 1000 0000 01", "x"],
        new[] { "012345678901000", "0012345678901000", "0012345678901000000001", "x" }.Select(TaxNumbers.Show));
}
