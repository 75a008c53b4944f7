using System.Buffers.Binary;
using System.IO.Compression;
using IspPortal.Core.Customers.Documents.Content;

namespace IspPortal.Infrastructure.Lab.Sample.Papers;

/// <summary>A small picture of sixteen colours that is drawn on and written as PNG (ISO/IEC 15948, indexed, 4 bits a pixel).</summary>
internal sealed class SamplePicture(int width, int height, IReadOnlyList<(byte Red, byte Green, byte Blue)> colours)
{
    private const int BitsPerPixel = 4;
    private const int ChunkFrame = 12;

    private readonly byte[] _pixels = new byte[width * height];

    public void Fill(int left, int top, int right, int bottom, byte colour)
    {
        for (var y = Math.Max(top, 0); y < Math.Min(bottom, height); y++)
        {
            _pixels.AsSpan((y * width) + Math.Max(left, 0), Math.Min(right, width) - Math.Max(left, 0)).Fill(colour);
        }
    }

    /// <summary>Text in capitals; what does not fit is left out.</summary>
    public void Write(string text, int left, int top, int scale, byte colour)
    {
        foreach (var (at, letter) in text.ToUpperInvariant().Index())
        {
            var from = left + (at * (PixelFont.Width + 1) * scale);
            if (from + (PixelFont.Width * scale) > width)
            {
                return;
            }

            for (var dot = 0; dot < PixelFont.Width * PixelFont.Height; dot++)
            {
                var (x, y) = (dot % PixelFont.Width, dot / PixelFont.Width);
                if (PixelFont.HasInk(letter, x, y))
                {
                    Fill(from + (x * scale), top + (y * scale), from + ((x + 1) * scale), top + ((y + 1) * scale), colour);
                }
            }
        }
    }

    public byte[] ToPng()
    {
        using var file = new MemoryStream();
        file.Write(PngStructure.Magic);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (BitsPerPixel, 3);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "PLTE"u8, [.. colours.SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])]);
        Chunk(file, "IDAT"u8, Packed());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private byte[] Packed()
    {
        // A row is a filter byte (none) and two pixels a byte.
        var row = new byte[1 + ((width + 1) / 2)];
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                row.AsSpan().Clear();
                for (var x = 0; x < width; x++)
                {
                    row[1 + (x / 2)] |= (byte)(x % 2 == 0 ? _pixels[(y * width) + x] << BitsPerPixel : _pixels[(y * width) + x]);
                }

                zip.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[data.Length + ChunkFrame];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), PngStructure.CrcOf(chunk.AsSpan(4, data.Length + 4)));
        file.Write(chunk);
    }
}
