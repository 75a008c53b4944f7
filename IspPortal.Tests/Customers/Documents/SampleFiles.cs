using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace IspPortal.Tests.Customers.Documents;

/// <summary>Small whole files of every format, made byte by byte.</summary>
internal static class SampleFiles
{
    /// <summary>A JPEG of 8 × 8 grey pixels (baseline, one scan).</summary>
    public static byte[] Jpeg(byte shade = 0)
    {
        var file = new List<byte> { 0xFF, 0xD8 };
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]);
        Segment(file, 0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0x00, 0, 1, .. new byte[14], 0]);
        Segment(file, 0xC4, [0x10, 0, 1, .. new byte[14], 0]);
        Segment(file, 0xDA, [1, 1, 0x00, 0, 63, 0]);
        file.AddRange([shade, 0x3F, 0xFF, 0x00, 0xFF, 0xD9]);
        return [.. file];
    }

    /// <summary>A PNG of so many random-looking pixels, 8 bits of red, green and blue.</summary>
    public static byte[] Png(int width = 16, int height = 16, int seed = 1, bool interlaced = false)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (8, 2, interlaced ? (byte)1 : (byte)0);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Pack(Pixels(width, height, seed, interlaced)));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A PDF with so many empty pages and a table of its objects.</summary>
    public static byte[] Pdf(int pages = 1, string trailer = "")
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [ {string.Join(' ', Enumerable.Range(3, pages).Select(number => $"{number} 0 R"))} ] >>",
        };
        objects.AddRange(Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] % a comment >> \n/Note (a \\) string) >>", pages));
        var text = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\n");
        var places = new List<int>();
        foreach (var (at, body) in objects.Index())
        {
            places.Add(text.Length);
            text.Append(at + 1).Append(" 0 obj\n").Append(body).Append("\nendobj\n");
        }

        var table = text.Length;
        text.Append("xref\n0 ").Append(objects.Count + 1).Append("\n0000000000 65535 f \n");
        places.ForEach(place => text.Append(place.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n"));
        text.Append("trailer\n<< /Size ").Append(objects.Count + 1).Append(" /Root 1 0 R ").Append(trailer).Append(" >>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A PDF whose catalogue lies packed in a stream, with a packed and filtered index: what newer programs write.</summary>
    public static byte[] PackedPdf()
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        const string held = "<< /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Count 3 /Kids [] >>";
        const string index = "1 0 2 34 ";
        var packed = Pack(Encoding.ASCII.GetBytes(index + held));
        var stream = (int)file.Position;
        Write(file, $"3 0 obj << /Type /ObjStm /N 2 /First {index.Length} /Filter /FlateDecode /Length {packed.Length} >>\nstream\r\n", packed, "\nendstream endobj\n");
        var table = (int)file.Position;
        byte[][] rows = [[0, 0, 0, 0], [2, 0, 3, 0], [2, 0, 3, 1], [1, (byte)(stream >> 8), (byte)stream, 0], [1, (byte)(table >> 8), (byte)table, 0]];
        var above = new byte[4];
        var filtered = rows.SelectMany(row =>
        {
            var line = row.Select((value, i) => (byte)(value - above[i])).Prepend((byte)2).ToArray();
            above = row;
            return line;
        }).ToArray();
        var packedRows = Pack(filtered);
        Write(
            file,
            $"4 0 obj << /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Filter [/FlateDecode] /DecodeParms [<< /Predictor 12 /Columns 4 >>] /Length {packedRows.Length} >>\nstream\n",
            packedRows,
            $"\nendstream endobj\nstartxref\n{table}\n%%EOF");
        return file.ToArray();
    }

    /// <summary>A PDF whose packed indexes are chained and each unpack to so many zeros: small itself, and more than memory when all are kept.</summary>
    public static byte[] IndexBomb(int indexes, int unpackedBytes, int size)
    {
        var packed = Pack(new byte[unpackedBytes]);
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var before = "";
        for (var i = 0; i < indexes; i++)
        {
            var at = file.Position;
            Write(file, $"{i + 1} 0 obj << /Type /XRef /Size {size} /W [1 2 1] /Root 1 0 R {before} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n", packed, "\nendstream endobj\n");
            before = $"/Prev {at}";
        }

        file.Write(Encoding.ASCII.GetBytes($"startxref\n{before[6..]}\n%%EOF"));
        return file.ToArray();
    }

    private static void Write(Stream file, string before, byte[] bytes, string after)
    {
        file.Write(Encoding.ASCII.GetBytes(before));
        file.Write(bytes);
        file.Write(Encoding.ASCII.GetBytes(after));
    }

    private static void Segment(List<byte> file, byte marker, byte[] body) => file.AddRange([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);

    private static void Chunk(Stream file, string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), CrcOf(chunk.AsSpan(4, data.Length + 4)));
        file.Write(chunk);
    }

    /// <summary>Bit by bit as the standard says it: not the table that is tested.</summary>
    public static uint CrcOf(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Pixels(int width, int height, int seed, bool interlaced)
    {
        var random = new Random(seed);
        (int X, int Y, int StepX, int StepY)[] passes = interlaced ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] : [(0, 0, 1, 1)];
        var rows = new List<byte>();
        foreach (var (x, y, stepX, stepY) in passes)
        {
            var columns = width <= x ? 0 : (width - x + stepX - 1) / stepX;
            for (var row = y; row < height && columns > 0; row += stepY)
            {
                var line = new byte[columns * 3];
                random.NextBytes(line);
                rows.Add(0);
                rows.AddRange(line);
            }
        }

        return [.. rows];
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }
}
