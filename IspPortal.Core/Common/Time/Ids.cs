using System.Runtime.CompilerServices;

namespace IspPortal.Core.Common.Time;

/// <summary>
/// Makes the ids of rows: version 7 Guids, whose first 48 bits are the time, so that indexes grow at their end (RFC 9562). Ids of one process and one clock grow within a millisecond too
/// (section 6.2, method 1: the next 12 bits count), so that of two rows of one moment the later one has the greater id.
/// </summary>
public static class Ids
{
    private const int CounterBits = 12;

    /// <summary>Readings of a clock in several threads, and its small corrections: ids go on growing. A clock that was set back further begins again.</summary>
    private const long Tolerated = 1_000L << CounterBits;

    /// <summary>The last time and counter that each clock gave.</summary>
    private static readonly ConditionalWeakTable<TimeProvider, StrongBox<long>> LastOf = [];

    /// <summary>A new id, stamped with the time of <paramref name="clock"/>.</summary>
    public static Guid New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var now = clock.GetUtcNow();
        var stamp = Next(LastOf.GetOrCreateValue(clock), now.ToUnixTimeMilliseconds() << CounterBits);
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(stamp >> CounterBits)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | ((stamp >> 8) & 0x0F));
        bytes[7] = (byte)stamp;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The greater of now and the one after the last; a counter that is full borrows from the next millisecond.</summary>
    private static long Next(StrongBox<long> last, long now)
    {
        while (true)
        {
            var seen = Volatile.Read(ref last.Value);
            var next = now > seen || seen - now > Tolerated ? now : seen + 1;
            if (Interlocked.CompareExchange(ref last.Value, next, seen) == seen)
            {
                return next;
            }
        }
    }
}
