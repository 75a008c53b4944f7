namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>Walks the attributes of a sentence; words that are none are passed over.</summary>
internal ref struct AttributeEnumerator(SentenceView sentence)
{
    private readonly SentenceView _sentence = sentence;
    private int _index;

    public AttributeView Current { get; private set; }

    public bool MoveNext()
    {
        while (++_index < _sentence.WordCount)
        {
            var word = _sentence.Word(_index);
            if (word[0] != (byte)'=')
            {
                continue;
            }

            // A value may hold '=' itself: only the second one of the word divides.
            var rest = word[1..];
            var divider = rest.IndexOf((byte)'=');
            Current = divider < 0 ? new AttributeView(rest, default) : new AttributeView(rest[..divider], rest[(divider + 1)..]);
            return true;
        }

        return false;
    }
}
