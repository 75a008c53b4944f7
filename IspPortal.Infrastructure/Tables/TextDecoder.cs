using System.Text;

namespace IspPortal.Infrastructure.Tables;

/// <summary>Finds the encoding of a text file: by its mark, else UTF-8 when it is valid, UTF-16 when every other byte is nothing, else what Windows writes in the West and in Indonesia.</summary>
internal static class TextDecoder
{
    private const int LookedAt = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, or null when these bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => Unmarked(bytes),
        };
        return IsText(text) ? text : null;
    }

    private static string Unmarked(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        var begin = bytes[..Math.Min(bytes.Length, LookedAt)];
        for (var i = 0; i < begin.Length; i++)
        {
            if (begin[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        if (odd > begin.Length / 4 && even == 0)
        {
            return Encoding.Unicode.GetString(bytes);
        }

        if (even > begin.Length / 4 && odd == 0)
        {
            return Encoding.BigEndianUnicode.GetString(bytes);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }

    private static bool IsText(string text) => !text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !text.AsSpan().ContainsAnyInRange('\u000E', '\u001F');
}
