using System.Buffers;

namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>
/// Finds the sentence at the start of a buffer. Remembers the words it has passed, so that a sentence which arrives byte by byte is
/// walked once. Allocates for bytes that have arrived, never for a length that was only claimed.
/// </summary>
internal sealed class SentenceScanner(WireLimits limits) : IDisposable
{
    private WordRange[] _words = new WordRange[32];
    private byte[]? _scratch;
    private int _count;
    private int _offset;

    /// <summary>Bytes of the sentence found, terminator included.</summary>
    public int Length => _offset;

    /// <summary>What was wrong, for the log and <c>Error.Detail</c>.</summary>
    public string? Fault { get; private set; }

    /// <summary>Looks again at a buffer that starts where the current sentence starts.</summary>
    public ScanStatus Scan(in ReadOnlySequence<byte> buffer)
    {
        var first = buffer.FirstSpan;
        var available = buffer.Length;
        while (_offset < available)
        {
            int size;
            uint length;
            if (_offset + WordLength.MaxBytes <= first.Length)
            {
                size = WordLength.SizeFromFirstByte(first[_offset]);
                if (size == 0)
                {
                    return Broken($"control byte 0x{first[_offset]:X2}");
                }

                length = size == 1 ? first[_offset] : WordLength.Read(first.Slice(_offset, size));
            }
            else if (!TryReadPrefix(buffer, out size, out length))
            {
                return size == 0 ? Broken("control byte") : ScanStatus.NeedMore;
            }

            if (length == 0)
            {
                _offset += size;
                return _count == 0 ? ScanStatus.Empty : ScanStatus.Sentence;
            }

            if (length > limits.MaxWordBytes)
            {
                return Broken($"word of {length} bytes");
            }

            var end = _offset + size + (long)length;
            if (end >= limits.MaxRowBytes)
            {
                return Broken($"sentence of more than {limits.MaxRowBytes} bytes");
            }

            if (end > available)
            {
                return ScanStatus.NeedMore;
            }

            if (_count == limits.MaxRowWords)
            {
                return Broken($"sentence of more than {limits.MaxRowWords} words");
            }

            if (_count == _words.Length)
            {
                Array.Resize(ref _words, Math.Min(_words.Length * 2, limits.MaxRowWords));
            }

            _words[_count++] = new WordRange(_offset + size, (int)length);
            _offset = (int)end;
        }

        return ScanStatus.NeedMore;
    }

    /// <summary>The sentence that <see cref="Scan"/> found in the same buffer. Valid until the buffer is advanced or the next call.</summary>
    public SentenceView Read(in ReadOnlySequence<byte> buffer)
    {
        var words = _words.AsSpan(0, _count);
        if (buffer.FirstSpan.Length >= _offset)
        {
            return new SentenceView(buffer.FirstSpan[.._offset], words);
        }

        if (_scratch is null || _scratch.Length < _offset)
        {
            Dispose();
            _scratch = ArrayPool<byte>.Shared.Rent(_offset);
        }

        buffer.Slice(0, _offset).CopyTo(_scratch);
        return new SentenceView(_scratch.AsSpan(0, _offset), words);
    }

    /// <summary>Forgets the current sentence: the next buffer starts after it.</summary>
    public void Next()
    {
        _count = 0;
        _offset = 0;
    }

    public void Dispose()
    {
        if (_scratch is not null)
        {
            ArrayPool<byte>.Shared.Return(_scratch);
            _scratch = null;
        }
    }

    private bool TryReadPrefix(in ReadOnlySequence<byte> buffer, out int size, out uint length)
    {
        Span<byte> prefix = stackalloc byte[WordLength.MaxBytes];
        var have = (int)Math.Min(WordLength.MaxBytes, buffer.Length - _offset);
        buffer.Slice(_offset, have).CopyTo(prefix);
        size = WordLength.SizeFromFirstByte(prefix[0]);
        length = 0;
        if (size == 0 || size > have)
        {
            return false;
        }

        length = WordLength.Read(prefix[..size]);
        return true;
    }

    private ScanStatus Broken(string fault)
    {
        Fault = fault;
        return ScanStatus.Fault;
    }
}
