using IspPortal.Core.Network.Backups;

namespace IspPortal.Tests.Network.Backups;

/// <summary>Items out of a router's export and of the portal's own dump.</summary>
public sealed class ReadingBackupTextsTests
{
    private const string Export = """
        # 2026-11-22 02:30:01 by RouterOS 7.24.1
        # software id = AQX9-1234
        /ppp profile
        set *0 change-tcp-mss=no
        add name=HOME-20 only-one=yes rate-limit="10M/20M 12M/25M"
        /ppp secret
        add comment="Budi \"Toko\" \$ \C3\A9 [isp:x]" name=budi profile=\
            HOME-20 service=pppoe
        /ip firewall address-list
        add address=10.0.0.1 list=isolir
        """;

    [Fact]
    public void Quotes_escapes_and_continued_lines_are_understood()
    {
        var items = BackupText.ItemsOf(Export);
        Assert.Equal(["/ppp/profile", "/ppp/secret", "/ip/firewall/address-list"], items.Select(i => i.Menu));
        Assert.Equal("10M/20M 12M/25M", items[0].Fields["rate-limit"]);
        Assert.Equal("Budi \"Toko\" $ é [isp:x]", items[1].Fields["comment"]);
        Assert.Equal(("HOME-20", "pppoe"), (items[1].Fields["profile"], items[1].Fields["service"]));
    }

    [Fact]
    public void The_header_with_its_time_is_not_compared() =>
        Assert.Equal(BackupText.LinesOf(Export), BackupText.LinesOf(Export.Replace("02:30:01", "02:31:00", StringComparison.Ordinal)));

    [Theory]
    [InlineData("plain-1.2/3")]
    [InlineData("two words")]
    [InlineData("a \"b\" \\ $c\nnew\tline é 😀")]
    [InlineData("")]
    public void What_a_dump_writes_is_read_back(string value) =>
        Assert.Equal(value, BackupText.ItemsOf($"/ppp secret\nadd name={BackupText.Quote(value)} service=any")[0].Fields["name"]);

    [Fact]
    public void Lines_that_are_gone_are_given_as_commands_without_those_a_plan_restores()
    {
        const string now = "/ip firewall address-list\n/ppp profile\nset *0 change-tcp-mss=no\n";
        Assert.Equal("/ip firewall address-list\nadd address=10.0.0.1 list=isolir\n", BackupText.CommandsMissing(Export, now, menu => menu.StartsWith("/ppp", StringComparison.Ordinal)));
    }
}
