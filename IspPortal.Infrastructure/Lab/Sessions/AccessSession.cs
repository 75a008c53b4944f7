using IspPortal.Infrastructure.Lab.Menus;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>A live PPPoE or hotspot session and the dynamic objects that go with it: interface, queue, address-list entry.</summary>
internal sealed class AccessSession(uint id, Modem modem, string user, string name, string address, uint sessionId, long startTicks, LineTraffic traffic) : Row(id)
{
    private LineTraffic.Meter _meter = traffic.StartAt(startTicks);

    public Modem Modem { get; } = modem;

    /// <summary>User name at sign-in.</summary>
    public string User { get; } = user;

    /// <summary>Interface (PPPoE) or queue (hotspot) name.</summary>
    public string Name { get; } = name;

    public string Address { get; } = address;

    public uint SessionId { get; } = sessionId;

    public long StartTicks { get; } = startTicks;

    public LineTraffic Traffic { get; } = traffic;

    /// <summary>The shaping its profile had at sign-in; a later change of the profile does not reach it.</summary>
    public ShapedRate? Rate { get; init; }

    /// <summary>Address list its profile named at sign-in, or null.</summary>
    public string? AddressList { get; init; }

    public string Profile { get; init; } = "default";

    /// <summary>The pool its address came from, or null.</summary>
    public string? Pool { get; init; }

    public string LocalAddress { get; init; } = "";

    /// <summary>From here on the customer is gone although the router has not noticed; <see cref="long.MaxValue"/> while all is well.</summary>
    public long DeadSinceTicks { get; set; } = long.MaxValue;

    public bool IsEnded { get; set; }

    public bool IsPppoe => Modem.Kind == AccessKind.Pppoe;

    /// <summary>Bytes since sign-in or the last counter reset.</summary>
    public (double Down, double Up) BytesAt(long ticks) => _meter.At(Math.Min(ticks, DeadSinceTicks));

    /// <summary>Bytes per second.</summary>
    public (double Down, double Up) RateAt(long ticks) => ticks >= DeadSinceTicks ? (0, 0) : Traffic.RateAt(ticks);

    public void ResetCounters(long ticks) => _meter = Traffic.StartAt(Math.Min(ticks, DeadSinceTicks));
}
