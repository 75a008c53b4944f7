using System.Buffers.Binary;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>The IHDR chunk of a PNG.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitsPerPixel, bool IsInterlaced, bool NeedsPalette)
{
    /// <summary>Null when the header allows no picture.</summary>
    public static PngHeader? Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13 || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            return null;
        }

        var (width, height, depth, colour) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]), data[8], data[9]);
        var channels = (colour, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => 1,
            (2, 8 or 16) => 3,
            (3, 1 or 2 or 4 or 8) => 1,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => 0,
        };
        return channels == 0 || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue
            ? null
            : new PngHeader((int)width, (int)height, channels * depth, data[12] == 1, colour == 3);
    }

    /// <summary>Bytes of a row of so many pixels, without its filter.</summary>
    public long BytesOf(int width) => (((long)width * BitsPerPixel) + 7) / 8;
}
