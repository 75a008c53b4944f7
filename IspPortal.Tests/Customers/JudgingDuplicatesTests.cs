using IspPortal.Core.Common.People;
using IspPortal.Core.Customers;

namespace IspPortal.Tests.Customers;

public sealed class JudgingDuplicatesTests
{
    [Theory]
    [InlineData("0812-3456-7890", "+6281234567890")]
    [InlineData("+62 812 3456 7890", "+6281234567890")]
    [InlineData("62812.3456.7890", "+6281234567890")]
    [InlineData("+62 (0)812 3456 7890", "+6281234567890")]
    [InlineData("812 3456 7890", "+6281234567890")]
    [InlineData("0062 812 3456 7890", "+6281234567890")]
    [InlineData("(021) 8899 1234", "+622188991234")]
    [InlineData("+65 6123 4567", "+6561234567")]
    [InlineData("12345", null)]
    [InlineData("0812", null)]
    [InlineData("0812345678901234", null)]
    [InlineData("telepon", null)]
    [InlineData("0812 3456 7890 / 0813", null)]
    [InlineData("+", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Any_usual_phone_becomes_one_form(string? typed, string? expected) => Assert.Equal(expected, PhoneNumber.ToE164(typed));

    [Theory]
    [InlineData("Budi Santoso", "BOEDI SANTOSA")]
    [InlineData("Bpk. Budi Santoso", "Santoso Budi")]
    [InlineData("Siti Nurjanah", "Siti Nurdjannah")]
    [InlineData("PT Maju Jaya", "PT. Maju Djaya")]
    public void Spellings_of_one_name_sound_alike(string one, string other) => Assert.Equal(NameSound.Of(one), NameSound.Of(other));

    [Theory]
    [InlineData("Budi Santoso", "Bayu Santoso")]
    [InlineData("Ani", "Budi")]
    public void Other_names_sound_otherwise(string one, string other) => Assert.NotEqual(NameSound.Of(one), NameSound.Of(other));

    [Theory]
    [InlineData("Jl. Melati No. 3", "Bekasi", "jalan melati 3", "Kota Bekasi", 1)]
    [InlineData("Jl. Melati No. 3", "Bekasi", "Jl. Melati No. 4", "Bekasi", 0)]
    [InlineData("Jl. Melati No. 3", "Bekasi", "Jl. Melati No. 3", "Bandung", 0)]
    [InlineData(null, "Bekasi", "Jl. Melati No. 3", "Bekasi", 0)]
    public void Addresses_are_as_alike_as_their_words(string? street, string? city, string? other, string? otherCity, double expected) =>
        Assert.Equal(expected, DuplicateMatcher.AddressLikeness(street, city, other, otherCity));

    [Fact]
    public void The_surest_reason_comes_first()
    {
        var probe = new DuplicateProbe(null, "Boedi Santosa", "0812", "1", "Jl Melati 3", "Bekasi");
        var candidate = new DuplicateCandidate(
            Guid.Empty, "CUST-1", "Budi Santoso", NameSound.Of("Budi Santoso"), null, ["+6281234567890"], "hash", "Jl. Melati No. 3", "Kota Bekasi", CustomerStatus.Active);
        Assert.Equal(
            [DuplicateReason.IdentityNumber, DuplicateReason.NameAndAddress, DuplicateReason.Phone], DuplicateMatcher.ReasonsFor(probe, "+6281234567890", "hash", null, candidate));
        Assert.Equal([DuplicateReason.Name], DuplicateMatcher.ReasonsFor(probe with { Street = "Jl. Mawar 9" }, null, null, null, candidate));
        Assert.Empty(DuplicateMatcher.ReasonsFor(probe with { Name = "Ani" }, null, null, null, candidate));
    }

    [Theory]
    [InlineData("card", null, "IdentityNumber")]
    [InlineData(null, "card", "IdentityNumber")]
    [InlineData("tax", null, "IdentityNumber")]
    [InlineData(null, "tax", "TaxId")]
    [InlineData("card", "tax", "IdentityNumber")]
    [InlineData("other", "another", "")]
    public void A_tax_number_is_compared_with_both_numbers(string? identityHash, string? taxIdHash, string expected)
    {
        var candidate = new DuplicateCandidate(Guid.Empty, "CUST-1", "Budi", "", null, [], "card", null, null, CustomerStatus.Active) { TaxIdHash = "tax" };
        Assert.Equal(expected, string.Join(' ', DuplicateMatcher.ReasonsFor(new DuplicateProbe(null, null, null, null, null, null), null, identityHash, taxIdHash, candidate)));
    }

    [Theory]
    [InlineData(CustomerStatus.Prospect, 1, 0, 0, 0, CustomerStatus.Prospect)]
    [InlineData(CustomerStatus.Prospect, 0, 1, 0, 0, CustomerStatus.Active)]
    [InlineData(CustomerStatus.Suspended, 0, 1, 2, 1, CustomerStatus.Active)]
    [InlineData(CustomerStatus.Active, 0, 0, 1, 3, CustomerStatus.Suspended)]
    [InlineData(CustomerStatus.Suspended, 0, 0, 0, 1, CustomerStatus.Terminated)]
    [InlineData(CustomerStatus.Terminated, 1, 0, 0, 1, CustomerStatus.Terminated)]
    [InlineData(CustomerStatus.Terminated, 0, 0, 0, 0, CustomerStatus.Terminated)]
    [InlineData(CustomerStatus.Active, 0, 0, 0, 0, CustomerStatus.Prospect)]
    public void The_status_follows_the_lines(CustomerStatus current, int pending, int active, int suspended, int ended, CustomerStatus expected) =>
        Assert.Equal(expected, CustomerStatusRule.StatusOf(current, new CustomerLines(pending, active, suspended, ended)));
}
