using System.Text;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Tests.Web;

public sealed class CsvTextTests
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+6281", "'+6281")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("budi@nld", "budi@nld")]
    [InlineData("", "")]
    public void A_text_that_begins_like_a_formula_is_disarmed(string text, string cell) => Assert.Equal(cell, CsvText.Of(text, Jakarta));

    [Fact]
    public void A_line_quotes_what_needs_it_and_writes_figures_for_machines()
    {
        var line = new StringBuilder();
        CsvText.AppendLine(line, ["a,b", "say \"hi\"", "two\nlines", -5L, 1.5, null, new DateTime(2026, 11, 22, 18, 0, 5, DateTimeKind.Utc), TimeSpan.FromMinutes(2)], Jakarta);
        Assert.Equal("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",-5,1.5,,2026-11-23 01:00:05,120\r\n", line.ToString());
    }
}
