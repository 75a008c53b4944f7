using System.IO.Compression;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>Unpacks the streams that tell where a PDF's objects lie; pictures and texts are not looked into.</summary>
internal static class PdfStreamData
{
    /// <summary>Null when it is packed in a way that no index is, or when it unpacks to more than <paramref name="mostBytes"/>.</summary>
    public static byte[]? Unpack(ReadOnlyMemory<byte> raw, Dictionary<string, object?> stream, int mostBytes)
    {
        var filter = Only(stream.GetValueOrDefault("Filter"));
        var parameters = Only(stream.GetValueOrDefault("DecodeParms")) as Dictionary<string, object?>;
        switch (filter)
        {
            case null:
                return raw.Length <= mostBytes ? raw.ToArray() : null;
            case PdfName { Text: "FlateDecode" or "Fl" }:
                break;
            default:
                return null;
        }

        if (Inflate(raw, mostBytes) is not { } bytes)
        {
            return null;
        }

        var predictor = NumberOf(parameters, "Predictor", 1);
        return predictor switch
        {
            1 => bytes,
            >= 10 and <= 15 => Unfilter(bytes, (int)Math.Clamp(NumberOf(parameters, "Columns", 1), 1, 4096), NumberOf(parameters, "Colors", 1), NumberOf(parameters, "BitsPerComponent", 8)),
            _ => null,
        };
    }

    private static object? Only(object? value) => value is List<object?> list ? list.Count == 1 ? list[0] : list.Count == 0 ? null : list : value;

    private static long NumberOf(Dictionary<string, object?>? parameters, string name, long otherwise) => parameters?.GetValueOrDefault(name) is long number ? number : otherwise;

    private static byte[]? Inflate(ReadOnlyMemory<byte> raw, int mostBytes)
    {
        try
        {
            using var packed = new MemoryStream(raw.ToArray());
            using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = inflate.Read(buffer)) > 0)
            {
                if (bytes.Length + read > mostBytes)
                {
                    return null;
                }

                bytes.Write(buffer, 0, read);
            }

            return bytes.ToArray();
        }
        // A header that asks for a dictionary is no invalid data to the library but an error of its own.
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>Takes the filters of PNG off again; an index has rows of bytes.</summary>
    private static byte[]? Unfilter(byte[] filtered, int columns, long colours, long bits)
    {
        if (colours != 1 || bits != 8 || filtered.Length % (columns + 1) != 0)
        {
            return null;
        }

        var rows = filtered.Length / (columns + 1);
        var bytes = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var from = filtered.AsSpan((row * (columns + 1)) + 1, columns);
            var to = bytes.AsSpan(row * columns, columns);
            var above = row == 0 ? new byte[columns] : bytes.AsSpan((row - 1) * columns, columns);
            if (!UnfilterRow(filtered[row * (columns + 1)], from, above, to))
            {
                return null;
            }
        }

        return bytes;
    }

    private static bool UnfilterRow(byte filter, ReadOnlySpan<byte> from, ReadOnlySpan<byte> above, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            var (left, corner) = i == 0 ? ((byte)0, (byte)0) : (to[i - 1], above[i - 1]);
            switch (filter)
            {
                case 0:
                    to[i] = from[i];
                    break;
                case 1:
                    to[i] = (byte)(from[i] + left);
                    break;
                case 2:
                    to[i] = (byte)(from[i] + above[i]);
                    break;
                case 3:
                    to[i] = (byte)(from[i] + ((left + above[i]) / 2));
                    break;
                case 4:
                    to[i] = (byte)(from[i] + Paeth(left, above[i], corner));
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
