using System.Buffers;
using System.Text;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>Sentences on their way to a client, encoded into one pooled block so that they leave in one write.</summary>
internal sealed class ReplyBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public int Length => _length;

    /// <summary>Rows in here.</summary>
    public int Rows { get; private set; }

    /// <summary>Starts of the first rows: where a fault may cut.</summary>
    public List<int> RowStarts { get; } = [];

    /// <summary>Begins a sentence: the reply word, then its tag.</summary>
    public void Begin(ReadOnlySpan<byte> replyWord, string? tag)
    {
        if (replyWord[1] == (byte)'r')
        {
            Rows++;
            if (RowStarts.Count < 16)
            {
                RowStarts.Add(_length);
            }
        }

        Word(replyWord);
        if (tag is not null)
        {
            Attribute(".tag="u8, RosValue.Text(tag));
        }
    }

    /// <summary>A word as it is.</summary>
    public void Word(ReadOnlySpan<byte> word)
    {
        Reserve(word.Length + WordLength.MaxBytes);
        _length += WordLength.Write(_bytes.AsSpan(_length), (uint)word.Length);
        word.CopyTo(_bytes.AsSpan(_length));
        _length += word.Length;
    }

    /// <summary>A word of router text.</summary>
    public void Word(string raw) => Attribute([], RosValue.Text(raw));

    /// <summary>A word made of its encoded name (with both equal signs) and a value; an absent value writes nothing.</summary>
    public void Attribute(ReadOnlySpan<byte> prefix, in RosValue value)
    {
        if (value.IsAbsent)
        {
            return;
        }

        if (value.IsText)
        {
            var text = value.AsText();
            Reserve(prefix.Length + text.Length + WordLength.MaxBytes);
            _length += WordLength.Write(_bytes.AsSpan(_length), (uint)(prefix.Length + text.Length));
            prefix.CopyTo(_bytes.AsSpan(_length));
            _length += prefix.Length;
            _length += Encoding.Latin1.GetBytes(text, _bytes.AsSpan(_length));
            return;
        }

        Span<byte> formatted = stackalloc byte[RosValue.MaxFormatted];
        var size = value.Format(formatted);
        Reserve(prefix.Length + size + WordLength.MaxBytes);
        _length += WordLength.Write(_bytes.AsSpan(_length), (uint)(prefix.Length + size));
        prefix.CopyTo(_bytes.AsSpan(_length));
        _length += prefix.Length;
        formatted[..size].CopyTo(_bytes.AsSpan(_length));
        _length += size;
    }

    /// <summary>Ends the sentence.</summary>
    public void End()
    {
        Reserve(1);
        _bytes[_length++] = 0;
    }

    public void Done(string? tag, string? returned = null)
    {
        Begin("!done"u8, tag);
        if (returned is not null)
        {
            Attribute("=ret="u8, RosValue.Text(returned));
        }

        End();
    }

    public void Trap(string? tag, Trap trap)
    {
        Begin("!trap"u8, tag);
        if (trap.Category is { } category)
        {
            Attribute("=category="u8, RosValue.Number(category));
        }

        Attribute("=message="u8, RosValue.Text(trap.Message));
        End();
    }

    public void Fatal(string reason)
    {
        Begin("!fatal"u8, null);
        Word(reason);
        End();
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _length = 0;
        }
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + count));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
