using IspPortal.Core.Common.People;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;

namespace IspPortal.Tests.Customers.Imports;

public sealed class JudgingRowsTests
{
    private static readonly Guid Budi = Ids.New(TimeProvider.System);

    [Theory]
    [InlineData("A1", "Orang Lain", null, null, "Known ExternalCode")]
    [InlineData(null, "Orang Lain", null, "card", "Known IdentityNumber")]
    [InlineData("B2", "Orang Lain", null, "card", "Possible IdentityNumber")]
    [InlineData(null, "BUDI  santoso", "+6281234567890", null, "Known PhoneAndName")]
    [InlineData("B2", "Budi Santoso", "+6281234567890", null, "Possible PhoneAndName")]
    [InlineData(null, "Ibu Sari", "+6281234567890", null, "Possible Phone")]
    [InlineData(null, "Ibu Sari", "+6281311112222", null, "Possible Phone")]
    [InlineData(null, "Boedi Santosa", null, null, "Possible NameAndAddress")]
    [InlineData(null, "Siti", "+6281399999999", "other", "New ")]
    public void A_row_is_told_by_what_it_shares(string? code, string name, string? phone, string? card, string expected)
    {
        var judge = new CustomerImportJudge();
        judge.Learn([new DuplicateCandidate(Budi, "CUST-1", "Budi Santoso", NameSound.Of("Budi Santoso"), "+6281234567890", ["+6281311112222"], "card", "Jl. Melati No. 3", "Bekasi", CustomerStatus.Active) { ExternalCode = "A1" }]);
        var finding = judge.Judge(Draft(2, name, code, phone), card);
        Assert.Equal(expected, $"{finding.Verdict} {finding.Match}");
        Assert.Equal(expected == "New " ? null : Budi, finding.OtherId);
    }

    [Fact]
    public void Somebody_who_was_removed_is_known_by_the_code_alone()
    {
        var judge = new CustomerImportJudge();
        judge.Learn([new DuplicateCandidate(Budi, "CUST-1", "Budi Santoso", NameSound.Of("Budi Santoso"), "+6281234567890", [], "card", "Jl. Melati No. 3", "Bekasi", CustomerStatus.Active) { ExternalCode = "A1", IsRemoved = true }]);
        Assert.Equal(CustomerImportVerdict.New, judge.Judge(Draft(2, "Budi Santoso", null, "+6281234567890"), "card").Verdict);
        Assert.Equal(CustomerImportVerdict.Known, judge.Judge(Draft(3, "Siti", "A1", null), null).Verdict);
    }

    [Fact]
    public void Rows_before_count_like_customers()
    {
        var judge = new CustomerImportJudge();
        Assert.Equal(CustomerImportVerdict.New, judge.Judge(Draft(2, "Budi Santoso", "A1", "+6281234567890"), "card").Verdict);
        Assert.Equal(new(CustomerImportVerdict.Known, CustomerImportMatch.ExternalCode, null, 2), judge.Judge(Draft(3, "Siapa saja", "A1", null), null));
        Assert.Equal(new(CustomerImportVerdict.Possible, CustomerImportMatch.PhoneAndName, null, 2), judge.Judge(Draft(4, "Budi Santoso", "A2", "+6281234567890"), null));
        Assert.Equal(new(CustomerImportVerdict.Possible, CustomerImportMatch.Phone, null, 2), judge.Judge(Draft(5, "Ibu Sari", "A3", "+6281234567890", "Jl. Lain 9"), null));
        // Nothing of what was before makes it known when it is looked at again alone.
        Assert.Null(new CustomerImportJudge().FindKnown(Draft(4, "Budi Santoso", "A2", "+6281234567890"), null));
    }

    private static CustomerImportDraft Draft(int number, string name, string? code, string? phone, string street = "jalan melati 3") =>
        new(number, new SaveCustomerRequest(name, CustomerKind.Residential) { ExternalCode = code, Phone = phone, Street = street, City = "Bekasi" }, []);
}
