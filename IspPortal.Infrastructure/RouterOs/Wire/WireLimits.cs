namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>What a router may send: beyond any of these the connection is closed as a protocol error.</summary>
internal sealed record WireLimits
{
    /// <summary>Bytes of one word. The longest honest one is a file's contents (60 KiB).</summary>
    public int MaxWordBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes of one sentence, length prefixes included.</summary>
    public int MaxRowBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Words of one sentence.</summary>
    public int MaxRowWords { get; init; } = 1024;

    /// <summary>Bytes of all rows of one finite command.</summary>
    public long MaxReplyBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Rows of one finite command.</summary>
    public int MaxReplyRows { get; init; } = 1_000_000;
}
