using System.Buffers.Text;

namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>A received sentence, in place. Lives no longer than the call it is handed to.</summary>
internal readonly ref struct SentenceView(ReadOnlySpan<byte> bytes, ReadOnlySpan<WordRange> words)
{
    /// <summary>What <see cref="Tag"/> is when there is none.</summary>
    public const int NoTag = 0;

    /// <summary>What <see cref="Tag"/> is when it is not one of ours.</summary>
    public const int ForeignTag = -1;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<WordRange> _words = words;

    public int WordCount => _words.Length;

    /// <summary>Bytes on the wire.</summary>
    public int Length => _bytes.Length;

    public ReplyKind Kind
    {
        get
        {
            var word = Word(0);
            if (word[0] != (byte)'!')
            {
                return ReplyKind.NotAReply;
            }

            return word.Length switch
            {
                3 when word.SequenceEqual("!re"u8) => ReplyKind.Row,
                5 when word.SequenceEqual("!done"u8) => ReplyKind.Done,
                5 when word.SequenceEqual("!trap"u8) => ReplyKind.Trap,
                6 when word.SequenceEqual("!fatal"u8) => ReplyKind.Fatal,
                _ => ReplyKind.Other,
            };
        }
    }

    public int Tag
    {
        get
        {
            for (var i = 1; i < _words.Length; i++)
            {
                var word = Word(i);
                if (word[0] == (byte)'.' && word.StartsWith(".tag="u8))
                {
                    var text = word[5..];
                    if (text.IsEmpty)
                    {
                        return NoTag;
                    }

                    return Utf8Parser.TryParse(text, out int tag, out var used) && used == text.Length && tag > 0 ? tag : ForeignTag;
                }
            }

            return NoTag;
        }
    }

    public ReadOnlySpan<byte> Word(int index)
    {
        var range = _words[index];
        return _bytes.Slice(range.Start, range.Length);
    }

    /// <summary>The <c>=name=value</c> words, in order.</summary>
    public AttributeEnumerator GetEnumerator() => new(this);

    /// <summary>The value of the first attribute with that name; false when there is none.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        foreach (var attribute in this)
        {
            if (attribute.Name.SequenceEqual(name))
            {
                value = attribute.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
