using IspPortal.Web.Features.Audit.Parts;

namespace IspPortal.Tests.Pages;

public sealed class AuditDiffTests
{
    [Fact]
    public void Changed_fields_come_first_and_say_both_sides()
    {
        var changes = AuditDiff.Of("""{"name":"RTR-A","port":8728}""", """{"name":"RTR-A","port":8729}""");

        Assert.Equal([new AuditChange("port", "8728", "8729"), new AuditChange("name", "RTR-A", "RTR-A")], changes);
        Assert.True(changes[0].IsChanged);
        Assert.False(changes[1].IsChanged);
    }

    [Fact]
    public void A_field_that_did_not_exist_is_not_the_same_as_one_that_was_empty()
    {
        var change = Assert.Single(AuditDiff.Of("{}", """{"site":null}"""));

        Assert.Null(change.Before);
        Assert.Equal("null", change.After);
        Assert.True(change.IsChanged);
    }

    [Fact]
    public void Values_read_as_the_documents_write_them() =>
        Assert.Equal([new AuditChange("on", "false", "true"), new AuditChange("name", "\"A\"", "B")], AuditDiff.Of("""{"on":false,"name":"\"A\""}""", """{"on":true,"name":"B"}"""));

    [Fact]
    public void Nested_fields_and_lists_are_named_by_their_path()
    {
        var changes = AuditDiff.Of(null, """{"place":{"city":"Bekasi"},"roles":["NocOperator","Auditor"],"lines":[{"sum":1}]}""");

        Assert.Equal(
            [new AuditChange("place.city", null, "Bekasi"), new AuditChange("roles", null, "NocOperator, Auditor"), new AuditChange("lines[0].sum", null, "1")],
            changes);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", " ")]
    [InlineData("{}", "{}")]
    public void Nothing_on_both_sides_is_no_change(string? before, string? after) => Assert.Empty(AuditDiff.Of(before, after));

    [Fact]
    public void What_cannot_be_read_is_shown_as_it_is() =>
        Assert.Equal([new AuditChange("", "{broken", null)], AuditDiff.Of("{broken", null));
}
