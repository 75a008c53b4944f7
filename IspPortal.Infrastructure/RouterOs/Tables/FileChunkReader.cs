using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>A piece of a file from <c>/file/read</c> (7.14 and later), byte for byte: a backup is no text.</summary>
internal sealed class FileChunkReader : IRowReader<byte[]>
{
    /// <summary>The most bytes that a router hands out at once.</summary>
    public const int MaxChunk = 32_768;

    public static FileChunkReader Instance { get; } = new();

    public static RouterOsCommand Command(string file, long offset) => new RouterOsCommand("/file/read")
        .With("file", file)
        .With("offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .With("chunk-size", MaxChunk.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out byte[] row)
    {
        row = sentence.TryGet("data"u8, out var data) ? data.ToArray() : null;
        return row is not null;
    }
}
