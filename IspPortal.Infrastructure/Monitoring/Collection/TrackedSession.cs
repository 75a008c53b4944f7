using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>A live session over its polls. Owned by one collector.</summary>
/// <param name="recordId">Its row in the database.</param>
/// <param name="access">Whose it is.</param>
/// <param name="first">How it was first read.</param>
/// <param name="startedAtUtc">When it began.</param>
/// <param name="before">What the database remembers of it, when it is older than this process.</param>
internal sealed class TrackedSession(Guid recordId, TrackedAccess access, ReadSession first, DateTime startedAtUtc, SessionRecord? before = null)
{
    private const int MinutesKept = 6;

    private readonly long?[] _minutes = new long?[MinutesKept];
    private long _minute = -1;

    public Guid RecordId { get; } = recordId;

    public TrackedAccess Access { get; set; } = access;

    public SessionIdentity Identity { get; } = first.Identity;

    public string? PppService { get; } = first.PppService;

    public DateTime StartedAtUtc { get; } = startedAtUtc;

    public string? Address { get; private set; } = first.Address;

    public string? CallerId { get; private set; } = first.CallerId;

    public UInt128 AddressKey { get; private set; } = LiveSession.KeyOf(first.Address);

    public CounterTrack Down { get; } = new(before?.DownBytes, before?.DownCounter);

    public CounterTrack Up { get; } = new(before?.UpBytes, before?.UpCounter);

    /// <summary>When its bytes are written next. Spread over the interval, so that the sessions of one router do not come due together.</summary>
    public DateTime? BytesDueAtUtc { get; private set; }

    /// <summary>The interface it goes through, or null for a line without one.</summary>
    public string? InterfaceName { get; set; }

    public string? InterfaceId { get; set; }

    public void See(ReadSession read)
    {
        if (read.Address != Address)
        {
            Address = read.Address;
            AddressKey = LiveSession.KeyOf(read.Address);
        }

        CallerId = read.CallerId;
    }

    /// <summary>Looks at both counters; gives the steps, null before the second look.</summary>
    public (CounterStep? Down, CounterStep? Up) Look(long? downBytes, long? upBytes, DateTime atUtc, long epoch, TimeSpan longest)
    {
        if (downBytes is null || upBytes is null)
        {
            Down.Lose();
            Up.Lose();
            return (null, null);
        }

        // The queue of a fixed line outlives its sessions; the other counters begin with them.
        var own = Identity.Service != AccessService.Static;
        var steps = (
            Down.Look(new CounterReading((ulong)downBytes.Value, atUtc, epoch), longest, own),
            Up.Look(new CounterReading((ulong)upBytes.Value, atUtc, epoch), longest, own));
        var minute = atUtc.Ticks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            _minute = minute;
            _minutes[minute % MinutesKept] = Down.Rate;
        }

        return steps;
    }

    /// <summary>The download rate about five minutes ago, or null when that is not known.</summary>
    public long? RateFiveMinutesBefore => _minute < 0 ? null : _minutes[(_minute + 1) % MinutesKept];

    /// <summary>Whether its bytes are to be written now; if so, asks for the next time.</summary>
    public bool TakeBytesDue(DateTime atUtc, TimeSpan every)
    {
        BytesDueAtUtc ??= atUtc + (every * ((RecordId.GetHashCode() & 0xFFFF) / (double)0x10000));
        if (BytesDueAtUtc > atUtc || Down.Total is null)
        {
            return false;
        }

        BytesDueAtUtc = atUtc + every;
        return true;
    }

    public SessionBytes ToBytes() => new(RecordId, Down.Total, Up.Total, Down.Counter, Up.Counter);

    public SessionRow ToRow(RouterTarget router, DateTime asOfUtc) => new(
        Access.Id, router.Id, router.Name, Identity.Service, Identity.Username, Address, CallerId, StartedAtUtc, Down.Rate, Up.Rate, asOfUtc, IsStale: false)
    {
        SessionId = RecordId,
        DownBytes = Down.Total,
        UpBytes = Up.Total,
    };

    public SessionRecord ToRecord(Guid routerId) => new()
    {
        Id = RecordId,
        AccessId = Access.Id,
        RouterId = routerId,
        Mark = Identity.Mark.Length <= 64 ? Identity.Mark : Identity.Mark[..64],
        Address = Address,
        CallerId = CallerId,
        StartedAtUtc = StartedAtUtc,
        DownBytes = Down.Total,
        UpBytes = Up.Total,
        DownCounter = Down.Counter,
        UpCounter = Up.Counter,
    };
}
