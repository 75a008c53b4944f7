using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Tests.Lab;

/// <summary>The stack machine of the manual's section "Queries", word by word.</summary>
public sealed class TheQueryStackTests
{
    private static readonly Dictionary<string, string> Row = new()
    {
        ["name"] = "budi",
        ["type"] = "pppoe-in",
        ["bytes"] = "1500",
        ["comment"] = "",
        ["disabled"] = "false",
        ["uptime"] = "1d2h",
        ["odd"] = "a=b",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(true, "name")]
    [InlineData(false, "comment")]
    [InlineData(true, "-comment")]
    [InlineData(true, "-missing")]
    [InlineData(false, "-name")]
    [InlineData(true, "name=budi")]
    [InlineData(true, "=name=budi")]
    [InlineData(false, "name=ani")]
    [InlineData(true, "odd=a=b")]
    [InlineData(true, "disabled=no")]
    [InlineData(false, "missing=")]
    [InlineData(true, ">bytes=999")]
    [InlineData(false, "<bytes=999")]
    [InlineData(true, "<bytes=10000")]
    [InlineData(true, ">uptime=1d")]
    [InlineData(false, ">comment=")]
    [InlineData(true, ">name=")]
    [InlineData(false, "name=budi", "type=ether")]
    [InlineData(true, "name=budi", "type=ether", "#|")]
    [InlineData(false, "name=budi", "type=ether", "#&")]
    [InlineData(true, "name=ani", "#!")]
    [InlineData(true, "name=budi", "type=ether", "#!&")]
    [InlineData(true, "name=x", "name=y", "name=budi", "#||")]
    [InlineData(true, "name=x", "name=y", "name=budi", "#|", "#|")]
    [InlineData(true, "name=x", "name=budi", "#0")]
    [InlineData(false, "name=x", "name=budi", "#1")]
    [InlineData(false, "name=x", "name=budi", "#1.")]
    [InlineData(false, "name=x", "#.", "#|")]
    [InlineData(true, "name=budi", "#.", "#&")]
    [InlineData(true, "name=budi", "name=x", "#1|")]
    [InlineData(false, "name=x", "name=y", "#1|")]
    [InlineData(false, "name=x", "#&")]
    [InlineData(true, "name=x", "#|")]
    public void Words_leave_the_stack_with_a_false_or_without(bool passes, params string[] words) =>
        Assert.Equal(passes, new QueryFilter(words).Matches(name => RosValue.Text(Row.GetValueOrDefault(name))));

    [Fact]
    public void An_unknown_operation_is_a_trap() =>
        Assert.Throws<TrapException>(() => new QueryFilter(["name=x", "#?"]).Matches(_ => RosValue.Absent));
}
