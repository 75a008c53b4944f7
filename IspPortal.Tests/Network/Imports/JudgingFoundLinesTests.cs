using IspPortal.Core.Common.People;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Imports;

namespace IspPortal.Tests.Network.Imports;

/// <summary>What importing makes of what stands on a router, without one.</summary>
public sealed class JudgingFoundLinesTests
{
    private static readonly KnownLines Nothing = new("isolir");

    [Fact]
    public void A_line_finds_its_customer_by_username_then_phone_then_name()
    {
        CustomerRow[] customers =
        [
            new(2, "C1", "Budi Santoso", "0811-1111-1111", "budi", null),
            new(3, "C2", "Siti Aminah", "+62 822 2222 2222", null, null),
            new(4, "C3", "Agus Wijaya", null, null, null),
        ];
        var judged = LineJudge.Judge([Secret("budi", "Siti Aminah 082222222222"), Secret("rumah7", "telp 0822-2222-2222"), Secret("pojok", "Bpk. Agus Wijaya (RT 03)"), Secret("asing")], customers, Nothing);

        Assert.Equal(["C1", "C2", "C3", null], judged.Select(j => j.Customer?.Number));
        Assert.Equal([MatchedBy.Username, MatchedBy.Phone, MatchedBy.Name, null], judged.Select(j => j.MatchedBy));
        Assert.Equal([ImportVerdict.Matched, ImportVerdict.Matched, ImportVerdict.Matched, ImportVerdict.Unmatched], judged.Select(j => j.Verdict));
    }

    [Fact]
    public void Two_customers_of_one_name_and_one_customer_of_two_lines_are_doubled()
    {
        CustomerRow[] customers = [new(2, "C1", "Budi Santoso", null, null, null), new(3, "C2", "BUDI SANTOSO", null, null, null), new(4, "C3", "Rina Wati", null, null, null)];
        var judged = LineJudge.Judge([Secret("a", "Budi Santoso"), Secret("b", "Rina Wati rumah"), Secret("c", "Rina Wati toko")], customers, Nothing);
        Assert.All(judged, j => Assert.Equal(ImportVerdict.Doubled, j.Verdict));
        Assert.Equal(["imports.several_customers", "imports.customer_of_several", "imports.customer_of_several"], judged.Select(j => j.ProblemCode));
    }

    [Fact]
    public void What_contradicts_cannot_be_taken()
    {
        var known = Nothing with
        {
            OwnedHere = new HashSet<(AccessService, string)> { (AccessService.Pppoe, "ada") },
            OwnedElsewhere = new Dictionary<(AccessService, string), string> { [(AccessService.Pppoe, "pindah")] = "RTR-2" },
            Unreadable = new HashSet<string> { "josé" },
            Pools = [("pppoe-pool", "10.0.0.10-10.0.0.99")],
        };
        var judged = LineJudge.Judge(
            [
                Secret("ada"), Secret("pindah"), Secret("josé"), Secret("satu", address: "10.9.0.1"), Secret("dua", address: "10.9.0.1"), Secret("kembar"), Secret("kembar"),
                Secret("hutang", profile: "isolir"), Secret("dalam", address: "10.0.0.50"), Secret("orang") with { Tag = "[isp:x]" },
            ],
            [],
            known);

        Assert.Equal(
            [
                "imports.owned_already", "imports.username_elsewhere", "imports.name_unreadable", "imports.address_twice", "imports.address_twice", "imports.name_twice", "imports.name_twice",
                "imports.plan_unknown", "imports.address_in_pool", "imports.marked_already",
            ],
            judged.Select(j => j.ProblemCode));
        Assert.Equal(ImportVerdict.Unmatched, judged[8].Verdict);
    }

    [Fact]
    public void An_isolated_line_is_taken_when_the_file_says_its_plan()
    {
        var judged = LineJudge.Judge([Secret("hutang", profile: "isolir")], [new(2, "C1", "A", null, "hutang", "HOME-20")], Nothing);
        Assert.Equal((ImportVerdict.Matched, "HOME-20"), (judged[0].Verdict, judged[0].Customer!.Profile));
    }

    [Theory]
    [InlineData("0812-3456-7890", "6281234567890")]
    [InlineData("+62 812 3456 7890", "6281234567890")]
    [InlineData("81234567890", "6281234567890")]
    [InlineData("021-555", null)]
    [InlineData("abc", null)]
    public void A_phone_is_brought_to_one_form(string text, string? expected) => Assert.Equal(expected, PhoneNumber.Normalise(text));

    [Fact]
    public void Phones_are_found_inside_comments() =>
        Assert.Equal(["6281234567890", "6282222222222"], PhoneNumber.FindIn("Bu Siti 0812 3456 7890 / 62822-2222-2222 RT 05"));

    private static FoundLine Secret(string name, string comment = "", string profile = "HOME-20", string address = "") =>
        new(FoundKind.Secret, name, "*1") { Profile = profile, Comment = comment, FixedAddress = address, CallerId = string.Empty };
}
