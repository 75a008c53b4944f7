using System.Buffers;
using System.Globalization;
using System.Text;

namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>Encodes sentences. Lengths count bytes, text goes out as UTF-8.</summary>
internal static class SentenceWriter
{
    /// <summary>Encodes a whole sentence. <paramref name="tag"/> 0 leaves it untagged.</summary>
    public static void Write(IBufferWriter<byte> target, string path, ReadOnlySpan<string> words, int tag)
    {
        WriteWord(target, path);
        foreach (var word in words)
        {
            WriteWord(target, word);
        }

        if (tag != SentenceView.NoTag)
        {
            WriteWord(target, string.Create(CultureInfo.InvariantCulture, $".tag={tag}"));
        }

        target.GetSpan(1)[0] = 0;
        target.Advance(1);
    }

    public static void WriteWord(IBufferWriter<byte> target, ReadOnlySpan<char> word)
    {
        var length = Encoding.UTF8.GetByteCount(word);
        WritePrefix(target, length);
        Encoding.UTF8.GetBytes(word, target);
    }

    public static void WriteWord(IBufferWriter<byte> target, ReadOnlySpan<byte> word)
    {
        WritePrefix(target, word.Length);
        target.Write(word);
    }

    private static void WritePrefix(IBufferWriter<byte> target, int length) =>
        target.Advance(WordLength.Write(target.GetSpan(WordLength.MaxBytes), (uint)length));
}
