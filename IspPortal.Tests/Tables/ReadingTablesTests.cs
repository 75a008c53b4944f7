using System.Globalization;
using System.IO.Compression;
using System.Text;
using IspPortal.Core.Common.Tables;
using IspPortal.Infrastructure.Tables;

namespace IspPortal.Tests.Tables;

/// <summary>Files as spreadsheets and people write them. <c>ISPPORTAL_FUZZ</c> says how many bent ones are read of each kind (1,000 when unset).</summary>
public sealed class ReadingTablesTests
{
    private static readonly int Runs =
        int.TryParse(Environment.GetEnvironmentVariable("ISPPORTAL_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? Math.Min(runs, 20_000) : 1000;

    private static readonly TableLimits Limits = new(1, 100);

    private static readonly string[] Expected = ["2 Böedi; S.|0812", "3 Siti \"Ani\"|+62 813"];

    [Theory]
    [InlineData("utf-8", ';', false)]
    [InlineData("utf-8", ',', true)]
    [InlineData("utf-16", '\t', true)]
    [InlineData("utf-16BE", ';', true)]
    [InlineData("utf-16", ',', false)]
    [InlineData("utf-16BE", '|', false)]
    [InlineData("windows-1252", ';', false)]
    public void Encoding_and_separator_are_found(string encoding, char separator, bool marked)
    {
        var coder = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = $"nama{separator}hp\r\n\"Böedi; S.\"{separator}0812\r\n\"Siti \"\"Ani\"\"\"{separator}+62 813\r\n\r\n";
        byte[] bytes = [.. marked ? coder.GetPreamble() : [], .. coder.GetBytes(text)];
        Assert.Equal(["1 nama|hp", .. Expected], Told(bytes));
    }

    [Fact]
    public void What_spreadsheets_add_is_no_part_of_the_table()
    {
        Assert.Equal(["2 nama|hp", "3 A,B|1"], Told("sep=;\r\nnama;hp\r\nA,B;1\r\n"u8.ToArray()));
        Assert.Equal(["1 nama|alamat", "2 A|Jl. Satu, RT 1, RW 2"], Told("nama;alamat\nA;Jl. Satu, RT 1, RW 2\n"u8.ToArray()));
        Assert.Equal(["1 nama|catatan", "2 A|dua\nbaris", "5 B|x"], Told("nama;catatan\nA;\"dua\nbaris\"\n;\nB;x\n"u8.ToArray()));
        Assert.Equal(["1 nama", "2 A", "3 B"], Told("nama\rA\rB\r"u8.ToArray()));
    }

    [Theory]
    [InlineData("+62 812")]
    [InlineData("-6.2383")]
    [InlineData("=1+1")]
    [InlineData("@budi")]
    [InlineData("'quoted'")]
    [InlineData("O'Neil, \"Jr\"")]
    public void A_text_that_an_export_kept_from_being_a_formula_comes_back_as_it_was(string text)
    {
        var line = new StringBuilder("nama,x\r\n");
        CsvText.AppendLine(line, [text, "1"], TimeZoneInfo.Utc);
        Assert.Equal($"2 {text}|1", Told(Encoding.UTF8.GetBytes(line.ToString()))[1]);
    }

    [Fact]
    public void A_workbook_keeps_every_digit_day_and_text()
    {
        var book = new SampleWorkbook().Sheet(
            "Data & co".Replace("&", "dan", StringComparison.Ordinal),
            ["nama", "hp", "nik", "lahir", "lat", "kode"],
            ["Budi <b> & Söhne ☕", 81234567890L, 3216010203040005L, SampleWorkbook.Styled("32874", SampleWorkbook.Day), SampleWorkbook.Styled("-6.2382999999999997", 0), SampleWorkbook.Styled("42", SampleWorkbook.Zeros)],
            ["Siti", SampleWorkbook.Styled("8.1234567890000001E10", 0), SampleWorkbook.Styled("3.21601020304E+15", 0), SampleWorkbook.Styled("45000.5", SampleWorkbook.DayOfItsOwn), "<c r=\"PLACE\" t=\"inlineStr\"><is><t>ke dalam</t></is></c>", "<c r=\"PLACE\" t=\"str\"><f>A1</f><v>hasil</v></c>"],
            [null, null, "<c r=\"PLACE\" s=\"1\"/>", "<c r=\"PLACE\" t=\"e\"><v>#N/A</v></c>"],
            ["Ani", "<c r=\"PLACE\" t=\"b\"><v>1</v></c>", null, null, null, "x_x000D_y"]);
        Assert.Equal(
            [
                "1 nama|hp|nik|lahir|lat|kode",
                "2 Budi <b> & Söhne ☕|81234567890|3216010203040005|1990-01-01|-6.2383|000000000042",
                "3 Siti|81234567890|3216010203040000|2023-03-15 12:00:00|ke dalam|hasil",
                "5 Ani|TRUE||||xy",
            ],
            Told(book.ToArray()));
        var rows = TableReader.Read(book.ToArray(), Limits).Value[0].Rows;
        Assert.Empty(rows[1].Rounded);
        Assert.Equal([2], rows[2].Rounded);
    }

    [Fact]
    public void Sheets_that_are_shown_and_filled_are_read()
    {
        var book = new SampleWorkbook { From1904 = true }.Sheet("A", ["nama"], [SampleWorkbook.Styled("0.5", 0)]).Sheet("B", hidden: true, ["x"], [1]).Sheet("C").Sheet("D", ["hari"], [SampleWorkbook.Styled("1", SampleWorkbook.Day)]);
        var sheets = TableReader.Read(book.ToArray(), Limits).Value;
        Assert.Equal(["A", "D"], sheets.Select(sheet => sheet.Name));
        Assert.Equal("1904-01-02", sheets[1].Rows[1][0]);
        Assert.Equal("", sheets[1].Rows[1][7]);
    }

    [Fact]
    public void No_two_rows_have_one_number()
    {
        var table = new TableBuilder(Limits);
        foreach (var number in new[] { 1, 5, 5, 2, 9 })
        {
            Assert.Null(table.Add(number, ["x"]));
        }

        table.EndSheet("");
        Assert.Equal([1, 5, 6, 7, 9], table.Sheets[0].Rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("", "tables.empty")]
    [InlineData("\n \n", "tables.empty")]
    [InlineData("%PDF-1.7 x", "tables.not_a_table")]
    [InlineData("<html><table><tr><td>nama</td></tr></table></html>", "tables.not_a_table")]
    [InlineData("nama;hp\n\u0001\u0002;x", "tables.not_a_table")]
    [InlineData("nama;hp\n\"Budi;08\n", "tables.malformed")]
    public void What_is_no_table_is_refused(string content, string code)
    {
        var error = TableReader.Read(Encoding.UTF8.GetBytes(content), Limits).Error!;
        Assert.Equal((code, "file"), (error.Code, error.Fields[0].Field));
    }

    [Fact]
    public void Other_containers_are_refused_by_their_content()
    {
        Assert.Equal("tables.old_or_locked", TableReader.Read((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], Limits).Error!.Code);
        Assert.Equal("tables.not_a_table", TableReader.Read(Zip(("word/document.xml", "<a/>"u8.ToArray())), Limits).Error!.Code);
        Assert.Equal("tables.damaged", TableReader.Read(Zip(("xl/workbook.xml", "<a/>"u8.ToArray())), Limits).Error!.Code);
        Assert.Equal("tables.damaged", TableReader.Read(new SampleWorkbook().Sheet("A", ["nama"], ["x"]).ToArray().AsMemory()[..^40], Limits).Error!.Code);
        Assert.Equal("tables.not_a_table", TableReader.Read((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0], Limits).Error!.Code);
    }

    [Fact]
    public void More_than_is_wanted_is_refused_before_it_is_held()
    {
        Assert.Equal("tables.too_large", TableReader.Read(new byte[(1024 * 1024) + 1], Limits).Error!.Code);
        Assert.Equal("tables.too_many_rows", TableReader.Read(Encoding.UTF8.GetBytes("nama\n" + string.Concat(Enumerable.Repeat("x\n", 120))), Limits).Error!.Code);
        Assert.Equal("tables.too_many_columns", TableReader.Read(Encoding.UTF8.GetBytes(new string(';', 300) + "x"), Limits).Error!.Code);
        Assert.Equal("tables.too_many_columns", TableReader.Read(new SampleWorkbook().Sheet("A", ["<c r=\"ZZZ1\"><v>1</v></c>"]).ToArray(), Limits).Error!.Code);
        Assert.Equal("tables.malformed", TableReader.Read(Encoding.UTF8.GetBytes("nama\n\"" + new string('x', 1024 * 1024 - 20)), Limits).Error!.Code);

        // 420 MB of nothing in under half a megabyte.
        var bomb = Zip(("xl/workbook.xml", new byte[1]), ("xl/worksheets/sheet1.xml", new byte[420 * 1024 * 1024]));
        Assert.True(bomb.Length < 1024 * 1024);
        Assert.Equal("tables.unpacks_too_far", TableReader.Read(bomb, Limits).Error!.Code);
    }

    [Fact]
    public void Bent_files_are_judged_and_never_throw()
    {
        byte[][] wholes =
        [
            new SampleWorkbook().Sheet("A", ["nama", "hp", "lahir"], ["Budi", 81234567890L, SampleWorkbook.Styled("32874", SampleWorkbook.Day)], ["Siti", "x", null]).ToArray(),
            "nama;hp;alamat\r\n\"Budi; S\";0812;\"Jl. \"\"A\"\"\"\r\nSiti;+62;x\r\n"u8.ToArray(),
            Encoding.Unicode.GetBytes("nama,hp\nBudi,\"08\n12\"\n"),
        ];
        var random = new Random(11);
        foreach (var whole in wholes)
        {
            for (var run = 0; run < Runs; run++)
            {
                var file = whole.ToArray();
                for (var bends = random.Next(1, 8); bends > 0; bends--)
                {
                    file[random.Next(file.Length)] = (byte)random.Next(256);
                }

                var read = TableReader.Read(random.Next(4) == 0 ? file.AsMemory(0, random.Next(file.Length)) : file, Limits);
                Assert.True(read.Succeeded ? read.Value.All(sheet => sheet.Rows.Count > 0) : read.Error.Code.StartsWith("tables.", StringComparison.Ordinal));
            }
        }
    }

    private static List<string> Told(byte[] content)
    {
        var read = TableReader.Read(content, Limits);
        Assert.True(read.Succeeded, read.Error?.Code);
        return [.. read.Value[0].Rows.Select(row => $"{row.Number} {string.Join('|', row.Cells)}")];
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }
}
