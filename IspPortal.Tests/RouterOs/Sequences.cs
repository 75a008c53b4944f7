using System.Buffers;

namespace IspPortal.Tests.RouterOs;

/// <summary>Bytes as they come from a socket: in pieces.</summary>
internal static class Sequences
{
    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> bytes, int pieceLength)
    {
        if (bytes.Length <= pieceLength)
        {
            return new ReadOnlySequence<byte>(bytes);
        }

        Segment? first = null;
        Segment? last = null;
        for (var at = 0; at < bytes.Length; at += pieceLength)
        {
            var piece = new Segment(bytes.Slice(at, Math.Min(pieceLength, bytes.Length - at)), at);
            first ??= piece;
            last?.Append(piece);
            last = piece;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long at)
        {
            Memory = memory;
            RunningIndex = at;
        }

        public void Append(Segment next) => Next = next;
    }
}
