using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>The customer's device behind a PPP secret or a hotspot user: dials, stays, drops, dials again.</summary>
internal sealed class Modem(AccessKind kind, ConfigRow account, ulong seed, string callerId, bool isOffice, int port)
{
    public AccessKind Kind { get; } = kind;

    /// <summary>The secret or hotspot user it signs in with; it follows a rename.</summary>
    public ConfigRow Account { get; } = account;

    public ulong Seed { get; } = seed;

    public string CallerId { get; } = callerId;

    public bool IsOffice { get; } = isOffice;

    /// <summary>Access port it hangs on.</summary>
    public int Port { get; } = port;

    /// <summary>Its live session, or null. Ghosts are not it.</summary>
    public AccessSession? Session { get; set; }

    /// <summary>Counts up with every plan to dial, so that an older plan is dropped.</summary>
    public int DialPlan { get; set; }

    /// <summary>Bytes and time of its ended sessions, as a hotspot user's counters keep them.</summary>
    public double PastDownBytes { get; set; }

    public double PastUpBytes { get; set; }

    public long PastTicks { get; set; }

    /// <summary>True while the fibre to it is cut.</summary>
    public bool IsDark { get; set; }

    /// <summary>True when its account is gone for good.</summary>
    public bool IsGone { get; set; }

    /// <summary>A modem with a made-up MAC address.</summary>
    public static string MacOf(ulong seed)
    {
        var bits = Noise.Mix(seed + 99);
        ReadOnlySpan<string> vendors = ["48:8F:5A", "4C:AE:1C", "90:03:25", "C8:3A:35", "E4:BE:ED", "D4:6E:0E", "F4:1E:57", "B0:19:21"];
        return $"{vendors[(int)(bits % 8)]}:{(byte)(bits >> 8):X2}:{(byte)(bits >> 16):X2}:{(byte)(bits >> 24):X2}";
    }
}
