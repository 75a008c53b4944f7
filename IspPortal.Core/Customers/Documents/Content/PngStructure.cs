using System.Buffers.Binary;
using System.IO.Compression;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>Walks a PNG chunk by chunk (ISO/IEC 15948): every checksum must hold and the pixels must unpack to exactly as many as the header promises.</summary>
internal static class PngStructure
{
    private const uint Header = 0x49484452; // IHDR
    private const uint Pixels = 0x49444154; // IDAT
    private const uint Palette = 0x504C5445; // PLTE
    private const uint End = 0x49454E44; // IEND
    private const int ChunkFrame = 12;

    /// <summary>First column and row, and the steps, of the seven passes of an interlaced picture.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly uint[] CrcTable = MakeCrcTable();

    public static ReadOnlySpan<byte> Magic => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null when it is no whole PNG. Of a picture beyond <paramref name="mostPixels"/> the pixels are not unpacked.</summary>
    public static DocumentShape? Read(ReadOnlySpan<byte> file, long mostPixels)
    {
        var at = Magic.Length;
        PngHeader? header = null;
        var hasPalette = false;
        using var packed = new MemoryStream();
        while (at + ChunkFrame <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > (uint)(file.Length - at - ChunkFrame) || CrcOf(file.Slice(at + 4, (int)length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]))
            {
                return null;
            }

            var data = file.Slice(at + 8, (int)length);
            var type = BinaryPrimitives.ReadUInt32BigEndian(file[(at + 4)..]);
            at += ChunkFrame + (int)length;
            if (type == Header != header is null)
            {
                return null;
            }

            switch (type)
            {
                case Header when (header = PngHeader.Read(data)) is null:
                    return null;
                case Palette:
                    hasPalette = length is > 0 and <= 768 && length % 3 == 0;
                    break;
                case Pixels:
                    packed.Write(data);
                    break;
                case End:
                    return Finish(header!.Value, hasPalette, packed, at, mostPixels);
            }
        }

        return null;
    }

    private static DocumentShape? Finish(PngHeader header, bool hasPalette, MemoryStream packed, int length, long mostPixels)
    {
        var shape = new DocumentShape(DocumentFormat.Png, length, 1, header.Width, header.Height);
        if (packed.Length == 0 || (header.NeedsPalette && !hasPalette))
        {
            return null;
        }

        packed.Position = 0;
        return (long)header.Width * header.Height > mostPixels || Unpacks(header, packed) ? shape : null;
    }

    private static bool Unpacks(PngHeader header, Stream packed)
    {
        try
        {
            using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
            var row = new byte[64 * 1024];
            foreach (var (width, height) in SizesOf(header))
            {
                var rowBytes = header.BytesOf(width);
                for (var y = 0; y < height; y++)
                {
                    // Each row begins with the number of its filter.
                    if (pixels.ReadByte() is < 0 or > 4 || !Skip(pixels, rowBytes, row))
                    {
                        return false;
                    }
                }
            }

            return pixels.ReadByte() < 0;
        }
        // A header that asks for a dictionary is no invalid data to the library but an error of its own.
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return false;
        }
    }

    private static IEnumerable<(int Width, int Height)> SizesOf(PngHeader header) => header.IsInterlaced
        ? Passes.Select(pass => (Steps(header.Width - pass.X, pass.StepX), Steps(header.Height - pass.Y, pass.StepY))).Where(size => size.Item1 > 0 && size.Item2 > 0)
        : [(header.Width, header.Height)];

    private static int Steps(int length, int step) => length <= 0 ? 0 : ((length - 1) / step) + 1;

    private static bool Skip(Stream stream, long count, byte[] buffer)
    {
        while (count > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(count, buffer.Length));
            if (read == 0)
            {
                return false;
            }

            count -= read;
        }

        return true;
    }

    internal static uint CrcOf(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++)
            {
                c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
