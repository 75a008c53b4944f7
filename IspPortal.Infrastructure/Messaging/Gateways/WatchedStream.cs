namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>Notes when the text of a mail begins to leave: what fails before cannot have been taken.</summary>
internal sealed class WatchedStream(byte[] content) : MemoryStream(content, writable: false)
{
    public bool HasLeft { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        HasLeft = true;
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        HasLeft = true;
        return base.Read(buffer);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        HasLeft = true;
        return base.ReadAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }
}
