using System.Buffers;
using System.Text;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>Takes request sentences out of a byte stream, however it is cut.</summary>
internal sealed class SentenceParser
{
    private const int MaxWordsBeforeLogin = 32;
    private const int MaxWordBytesBeforeLogin = 4 * 1024;
    private const int MaxWordBytes = 4 * 1024 * 1024;

    private List<string> _words = [];

    /// <summary>True once the client may send long sentences.</summary>
    public bool IsLoggedIn { get; set; }

    /// <summary>Takes one sentence off the front of <paramref name="data"/>. False: more bytes are needed. A broken stream throws <see cref="InvalidDataException"/>.</summary>
    public bool TryRead(ref ReadOnlySequence<byte> data, out List<string> sentence)
    {
        while (TryReadWord(ref data, out var word))
        {
            if (word.Length == 0)
            {
                sentence = _words;
                _words = [];
                return true;
            }

            _words.Add(word);
            if (!IsLoggedIn && _words.Count > MaxWordsBeforeLogin)
            {
                throw new InvalidDataException("Too many words before login.");
            }
        }

        sentence = [];
        return false;
    }

    private bool TryReadWord(ref ReadOnlySequence<byte> data, out string word)
    {
        word = "";
        if (data.IsEmpty)
        {
            return false;
        }

        var prefixSize = WordLength.SizeFromFirstByte(data.FirstSpan[0]);
        if (prefixSize == 0)
        {
            throw new InvalidDataException("A control byte instead of a length.");
        }

        if (data.Length < prefixSize)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[WordLength.MaxBytes];
        data.Slice(0, prefixSize).CopyTo(prefix);
        var length = WordLength.Read(prefix[..prefixSize]);
        if (length > (IsLoggedIn ? MaxWordBytes : MaxWordBytesBeforeLogin))
        {
            throw new InvalidDataException("A word beyond the limit.");
        }

        if (data.Length < prefixSize + length)
        {
            return false;
        }

        word = Encoding.Latin1.GetString(data.Slice(prefixSize, length));
        data = data.Slice(prefixSize + length);
        return true;
    }
}
