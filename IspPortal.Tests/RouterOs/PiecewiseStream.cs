namespace IspPortal.Tests.RouterOs;

/// <summary>Gives its bytes in the pieces it is told, then the end; swallows what is written.</summary>
internal sealed class PiecewiseStream(byte[] bytes, int[] pieces) : Stream
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _piece;
    private int _at;
    private int _left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Open() => _open.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _open.Task;
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (_left == 0)
        {
            if (_piece == pieces.Length)
            {
                return 0;
            }

            _left = pieces[_piece++];
        }

        var count = Math.Min(_left, buffer.Length);
        bytes.AsSpan(_at, count).CopyTo(buffer.Span);
        _at += count;
        _left -= count;
        return count;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
