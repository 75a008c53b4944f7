namespace IspPortal.Web.Shared.Api;

/// <summary>A body of JSON as it is read; a text with the escape of a NUL in it, which no database keeps, makes it malformed.</summary>
internal sealed class NulRefusingStream(Stream inner) : Stream
{
    private const int Plain = 0;
    private const int Escaped = 1;
    private const int FirstDigit = 2;
    private const int LastDigit = 5;

    private int _state;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Look(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Look(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Look(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            _state = (_state, value) switch
            {
                (Plain, (byte)'\\') => Escaped,
                (Escaped, (byte)'u') => FirstDigit,
                (LastDigit, (byte)'0') => throw new BadHttpRequestException("A text holds a NUL."),
                (>= FirstDigit and < LastDigit, (byte)'0') => _state + 1,
                _ => Plain,
            };
        }
    }
}
