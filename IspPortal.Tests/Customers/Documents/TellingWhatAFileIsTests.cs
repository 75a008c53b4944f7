using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Customers.Documents.Content;

namespace IspPortal.Tests.Customers.Documents;

/// <summary><c>ISPPORTAL_FUZZ</c> says how many bent files are read of each kind (1,000 when unset).</summary>
public sealed class TellingWhatAFileIsTests
{
    private static readonly int Runs =
        int.TryParse(Environment.GetEnvironmentVariable("ISPPORTAL_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? Math.Min(runs, 50_000) : 1000;

    public static TheoryData<string, string> Wholes => new()
    {
        { nameof(SampleFiles.Jpeg), "Jpeg 1 8 8" },
        { nameof(SampleFiles.Png), "Png 1 16 16" },
        { "Interlaced", "Png 1 5 3" },
        { nameof(SampleFiles.Pdf), "Pdf 2 - -" },
        { nameof(SampleFiles.PackedPdf), "Pdf 3 - -" },
    };

    [Theory, MemberData(nameof(Wholes))]
    public void A_whole_file_is_what_its_content_says(string sample, string expected)
    {
        var file = FileOf(sample);

        var read = DocumentSniffer.Read(file);

        Assert.True(read.Succeeded, read.Error?.Code);
        var shape = read.Value;
        Assert.Equal(expected, $"{shape.Format} {shape.Pages} {shape.Width?.ToString(CultureInfo.InvariantCulture) ?? "-"} {shape.Height?.ToString(CultureInfo.InvariantCulture) ?? "-"}");
        Assert.Equal(file.Length, shape.Length);
    }

    [Theory, MemberData(nameof(Wholes))]
    public void Cut_off_anywhere_it_is_none(string sample, string expected)
    {
        var file = FileOf(sample);

        // What follows the end mark of a PDF is no part of it.
        var end = sample.EndsWith("Pdf", StringComparison.Ordinal) ? file.AsSpan().LastIndexOf("%%EOF"u8) + 5 : file.Length;
        Assert.NotEqual("", expected);
        for (var length = 0; length < end; length++)
        {
            Assert.False(DocumentSniffer.Read(file.AsSpan(0, length)).Succeeded, $"{length} of {file.Length} bytes");
        }
    }

    [Theory, MemberData(nameof(Wholes))]
    public void Bent_files_are_judged_and_never_throw(string sample, string expected)
    {
        var whole = FileOf(sample);
        var random = new Random(expected.Length);
        for (var run = 0; run < Runs; run++)
        {
            var file = whole.ToArray();
            for (var bends = random.Next(1, 8); bends > 0; bends--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            var cut = random.Next(4) == 0 ? file.AsSpan(0, random.Next(file.Length)) : file.AsSpan();
            var read = DocumentSniffer.Read(cut);
            Assert.True(!read.Succeeded || read.Value.Length <= cut.Length);
            Assert.True(read.Succeeded || read.Error!.Fields[0].Field == "file");
        }
    }

    [Theory]
    [InlineData(nameof(SampleFiles.Png))]
    [InlineData(nameof(SampleFiles.PackedPdf))]
    public void Data_packed_with_a_dictionary_that_nobody_has_are_damaged(string sample)
    {
        var file = FileOf(sample).ToArray();
        var header = sample == nameof(SampleFiles.Png) ? file.AsSpan().IndexOf("IDAT"u8) + 4 : file.AsSpan().LastIndexOf("\nstream\n"u8) + 8;
        Assert.Equal(0x78, file[header]);
        file[header + 1] = 0xBB;
        if (sample == nameof(SampleFiles.Png))
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(header - 8));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(header + length), SampleFiles.CrcOf(file.AsSpan(header - 4, length + 4)));
        }

        Assert.Equal("documents.damaged", DocumentSniffer.Read(file).Error?.Code);
    }

    [Fact]
    public void Noise_after_the_first_bytes_is_no_file_of_that_kind()
    {
        var random = new Random(7);
        foreach (var magic in new byte[][] { [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [.. "%PDF-1.7\n"u8] })
        {
            for (var run = 0; run < Runs; run++)
            {
                var noise = new byte[random.Next(400)];
                random.NextBytes(noise);
                Assert.Equal("documents.damaged", DocumentSniffer.Read((byte[])[.. magic, .. noise]).Error?.Code);
            }
        }
    }

    [Theory]
    [InlineData("", "documents.file_missing")]
    [InlineData("MZ\u0090\0 this program cannot be run", "documents.unknown_format")]
    [InlineData("<html><script>alert(1)</script>", "documents.unknown_format")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "documents.unknown_format")]
    [InlineData("GIF89a", "documents.unknown_format")]
    [InlineData("#!/bin/sh\nrm -rf /", "documents.unknown_format")]
    public void Anything_else_is_none(string content, string code) => Assert.Equal(code, DocumentSniffer.Read(Encoding.Latin1.GetBytes(content)).Error?.Code);

    [Fact]
    public void What_hangs_behind_a_picture_is_not_counted_to_it()
    {
        foreach (var picture in new[] { SampleFiles.Jpeg(), SampleFiles.Png() })
        {
            byte[] two = [.. picture, .. "PK\u0003\u0004 another file"u8];
            Assert.Equal(picture.Length, DocumentSniffer.Read(two).Value.Length);
        }
    }

    [Fact]
    public void A_picture_beyond_what_viewers_hold_is_refused_before_it_is_unpacked()
    {
        var huge = SampleFiles.Png(1, 1);
        var wide = SampleFiles.Png(9000, 1);
        Assert.True(DocumentSniffer.Read(huge).Succeeded);
        Assert.True(DocumentSniffer.Read(wide).Succeeded);

        // 40,000 × 40,000 pixels of nothing would be a few kilobytes.
        Assert.Equal("documents.too_many_pixels", DocumentSniffer.Read(WithSize(SampleFiles.Jpeg(), 0xFFFF, 0xFFFF)).Error?.Code);
    }

    [Theory]
    [InlineData(40, 48 * 1024 * 1024, 12 * 1024 * 1024)]
    [InlineData(1, 48 * 1024 * 1024, 3)]
    public void A_pdf_that_unpacks_to_more_than_a_file_may_is_refused_before_memory_is_full(int indexes, int unpackedBytes, int size)
    {
        var file = SampleFiles.IndexBomb(indexes, unpackedBytes, size);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("documents.damaged", DocumentSniffer.Read(file).Error?.Code);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512L * 1024 * 1024);
    }

    [Fact]
    public void An_index_longer_than_its_objects_is_none()
    {
        Dictionary<string, object?> Index(long size) => new() { ["Type"] = new PdfName("XRef"), ["W"] = new List<object?> { 1L, 2L, 1L }, ["Size"] = size };

        Assert.NotNull(PdfIndexStream.Read(Index(3), new byte[12]));
        Assert.Null(PdfIndexStream.Read(Index(3), new byte[20]));
        Assert.Null(PdfIndexStream.Read(Index(-1), []));
    }

    [Fact]
    public void A_pdf_with_a_password_says_so() => Assert.Equal("documents.locked", DocumentSniffer.Read(SampleFiles.Pdf(1, "/Encrypt 9 0 R")).Error?.Code);

    [Fact]
    public void A_pdf_whose_index_runs_in_a_circle_ends() =>
        Assert.True(DocumentSniffer.Read(SampleFiles.Pdf(1, $"/Prev {Encoding.Latin1.GetString(SampleFiles.Pdf(1, "/Prev 000")).IndexOf("xref\n0", StringComparison.Ordinal)}")).Succeeded);

    [Fact]
    public void A_pdf_without_pages_is_none() => Assert.Equal("documents.damaged", DocumentSniffer.Read(SampleFiles.Pdf(0)).Error?.Code);

    [Fact]
    public void Formats_have_their_type_and_ending()
    {
        Assert.Equal(["image/jpeg .jpg", "image/png .png", "application/pdf .pdf"], Enum.GetValues<DocumentFormat>().Select(format => $"{format.MediaType()} {format.Ending()}"));
        Assert.Equal([true, true, false], Enum.GetValues<DocumentFormat>().Select(format => format.IsPicture()));
    }

    private static byte[] WithSize(byte[] jpeg, int width, int height)
    {
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        return jpeg;
    }

    private static byte[] FileOf(string sample) => sample switch
    {
        nameof(SampleFiles.Jpeg) => SampleFiles.Jpeg(),
        nameof(SampleFiles.Png) => SampleFiles.Png(),
        "Interlaced" => SampleFiles.Png(5, 3, interlaced: true),
        nameof(SampleFiles.Pdf) => SampleFiles.Pdf(2),
        _ => SampleFiles.PackedPdf(),
    };
}
