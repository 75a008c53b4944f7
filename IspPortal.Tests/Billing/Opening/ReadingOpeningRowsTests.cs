using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Tables;
using IspPortal.Web.Features.Billing;

namespace IspPortal.Tests.Billing.Opening;

/// <summary>What a row of a spreadsheet says, in both languages.</summary>
public sealed class ReadingOpeningRowsTests
{
    [Theory]
    [InlineData("150000", 150_000)]
    [InlineData("150.000", 150_000)]
    [InlineData("150,000", 150_000)]
    [InlineData("Rp 1.250.000,00", 1_250_000)]
    [InlineData("Rp. 150.000,-", 150_000)]
    [InlineData("IDR 1,250,000.00", 1_250_000)]
    [InlineData("150000.0", 150_000)]
    [InlineData("0", 0)]
    [InlineData("150.00", 150)]
    [InlineData("1.5000", null)]
    [InlineData("150000.5", null)]
    [InlineData("1,50,000", null)]
    [InlineData("-5", null)]
    [InlineData("1.250,000", null)]
    [InlineData("banyak", null)]
    [InlineData("99999999999999999999", null)]
    public void Whole_rupiah_are_read_as_people_write_them(string cell, int? rupiah) => Assert.Equal(rupiah, (int?)CellMoney.Read(cell)?.Minor);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_template_reads_as_one_row_of_each_kind(bool indonesian)
    {
        var lines = OpeningExport.TemplateOf(indonesian).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Select((line, at) => new TableRow(at + 1, line.Split(','))).ToList();
        Assert.Equal(0, OpeningColumns.HeadingsAt(rows));
        var columns = OpeningColumns.Find(rows[0].Cells);
        Assert.Equal(Enum.GetValues<OpeningField>(), columns.Keys.Order());
        var reader = new OpeningRowReader(columns);
        var drafts = rows.Skip(1).Select(reader.Read).ToList();
        Assert.Equal(Enum.GetValues<OpeningKind>().Cast<OpeningKind?>(), drafts.Select(draft => draft.Kind));
        Assert.All(drafts, draft => Assert.Empty(draft.Problems));
        Assert.Equal((150_000L, OpeningSample.Day("2026-10-10"), "LAMA/2026/10/0001"), (drafts[0].Amount.Minor, drafts[0].DueOn!.Value, drafts[0].Number));
    }

    [Fact]
    public void Titles_above_the_headings_are_skipped_and_a_sheet_without_kinds_is_none()
    {
        Assert.Equal(1, OpeningColumns.HeadingsAt([new(1, ["Saldo awal PT Contoh"]), new(2, ["Jenis", "Kode pelanggan", "Jumlah"]), new(3, ["kredit", "A1", "5000"])]));
        Assert.Null(OpeningColumns.HeadingsAt([new(1, ["Nama", "Alamat"]), new(2, ["Budi", "Bekasi"])]));
    }

    [Fact]
    public void Each_problem_names_its_cell_once()
    {
        Assert.Equal(["kind common.required"], ProblemsOf("", "A1"));
        Assert.Equal(["kind opening.unknown_kind"], ProblemsOf("entah", "A1"));
        Assert.Equal(["number common.required", "issuedOn opening.not_a_day", "dueOn common.required", "amount opening.not_an_amount"], ProblemsOf("tagihan", "A1", "", "kemarin", "", "0"));
        Assert.Equal(["customer common.required", "amount common.required"], ProblemsOf("kredit", "").Order(StringComparer.Ordinal).Reverse());
    }

    private static IEnumerable<string> ProblemsOf(params string[] cells)
    {
        var reader = new OpeningRowReader(OpeningColumns.Find(["Jenis", "Kode pelanggan", "Nomor lama", "Tanggal lama", "Jatuh tempo", "Jumlah"]));
        return reader.Read(new TableRow(2, cells)).Problems.Select(problem => $"{problem.Field} {problem.Code}");
    }
}
