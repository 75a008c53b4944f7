using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Infrastructure.Reporting.Reports;
using IspPortal.Infrastructure.Tables;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>What a spreadsheet finds in the files of a report.</summary>
public sealed class WritingWorkbooksTests
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    private static readonly ReportSheet Sheet = new(
        "Pemakaian: [per] hari/2026 dan nama yang terlalu panjang", ["Hari", "Unduh (B)", "Nama", "Sejak", "Lamanya"],
        [
            [new DateOnly(2026, 11, 27), 1_234_567_890_123.0, "=1+1", new DateTime(2026, 11, 27, 17, 30, 0, DateTimeKind.Utc), TimeSpan.FromHours(27.5)],
            [null, null, "Siti \"Ami\" & <b>\u0001", null, null],
        ]);

    [Fact]
    public void The_portal_reads_its_own_workbook()
    {
        var read = XlsxTable.Read(XlsxWriter.Write([Sheet, Sheet], Jakarta), new TableLimits(5, 1_000));
        Assert.True(read.Succeeded, read.Error?.ToString());
        Assert.Equal(2, read.Value.Count);
        Assert.Equal(2, read.Value.Select(sheet => sheet.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(read.Value, sheet => Assert.InRange(sheet.Name.Length, 1, 31));
        Assert.Equal(Sheet.Headings, read.Value[0].Rows[0].Cells);
        Assert.Equal(["2026-11-27", "1234567890123", "=1+1"], read.Value[0].Rows[1].Cells.Take(3));
        Assert.StartsWith("2026-11-28", read.Value[0].Rows[1].Cells[3], StringComparison.Ordinal);
        Assert.Equal("Siti \"Ami\" & <b>", read.Value[0].Rows[2].Cells[2]);
    }

    [Fact]
    public void No_cell_is_a_formula_and_spans_are_hours()
    {
        using var archive = new ZipArchive(new MemoryStream(XlsxWriter.Write([Sheet], Jakarta)));
        using var stream = archive.Entries.Single(entry => entry.FullName.Contains("sheet", StringComparison.OrdinalIgnoreCase) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && entry.FullName.Contains("worksheets", StringComparison.Ordinal)).Open();
        var cells = XDocument.Load(stream).Descendants().Where(e => e.Name.LocalName == "c").ToList();
        Assert.DoesNotContain(cells.Descendants(), e => e.Name.LocalName == "f");
        Assert.Equal("27.5", (double.Parse(cells[9].Value, System.Globalization.CultureInfo.InvariantCulture) * 24).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_csv_says_everything_one_after_the_other()
    {
        var bytes = ReportCsv.Write([Sheet with { Name = "A" }, Sheet with { Name = "B", Rows = [] }], Jakarta);
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(
            "A\r\nHari,Unduh (B),Nama,Sejak,Lamanya\r\n2026-11-27,1234567890123,'=1+1,2026-11-28 00:30:00,99000\r\n,,\"Siti \"\"Ami\"\" & <b>\u0001\",,\r\n\r\nB\r\nHari,Unduh (B),Nama,Sejak,Lamanya\r\n",
            Encoding.UTF8.GetString(bytes.AsSpan(3)));
    }
}
