using System.Collections.Frozen;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Menus.Catalog;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>Everything a router knows, without its sockets. Whoever touches it holds <see cref="Gate"/>.</summary>
internal sealed class RouterWorld
{
    private readonly TimeProvider _time;
    private double _printedRows;
    private long _printedAtTicks;
    private long _expiredAtTicks;

    public RouterWorld(RouterSpec spec, TimeProvider time)
    {
        Spec = spec;
        _time = time;
        BootTicks = NowTicks - spec.UptimeAtStart.Ticks;
        Random = new((int)(spec.Seed & int.MaxValue));
        Menus = RouterMenus.Build(spec.Version).ToFrozenDictionary(m => m.Path, StringComparer.Ordinal);
        Log = new(this, Menu("/log"));
        Access = new(this);
    }

    /// <summary>Serialises everything the router does.</summary>
    public Lock Gate { get; } = new();

    public RouterSpec Spec { get; }

    public LabVersion Version => Spec.Version;

    public FrozenDictionary<string, Menu> Menus { get; }

    public LogBook Log { get; }

    public AccessEngine Access { get; }

    public Random Random { get; }

    public long NowTicks => _time.GetUtcNow().UtcTicks;

    /// <summary>When it started.</summary>
    public long BootTicks { get; private set; }

    /// <summary>Set when a client changed configuration; whoever saves it clears it.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Told after a change of <c>/ip/service</c>.</summary>
    public Action? ServicesChanged { get; set; }

    public Menu Menu(string path) => Menus[path];

    /// <summary>Lets everything happen that is due.</summary>
    public void Advance()
    {
        var now = NowTicks;
        Access.Advance(now);
        if (now - _expiredAtTicks < TimeSpan.TicksPerSecond)
        {
            return;
        }

        _expiredAtTicks = now;
        Access.EnforceLimits(now);
        Netwatch.Look(this, now);
        var lists = Menu("/ip/firewall/address-list");
        foreach (var entry in lists.Items.FindAll(e => IpMenus.Expiry(this, e) <= now))
        {
            lists.Delete(entry);
            lists.AnnounceGone(entry);
        }
    }

    /// <summary>The router's own clock: Jakarta.</summary>
    public static DateTimeOffset Local(long ticks) => new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(DailyRhythm.Offset);

    /// <summary>A fresh start: no sessions, counters at zero, everybody dials.</summary>
    public void Boot()
    {
        BootTicks = NowTicks;
        foreach (var rule in Menu(Firewall.Filter).Items.Concat(Menu(Firewall.Nat).Items))
        {
            rule.Behind = null;
        }

        Access.Boot();
        Netwatch.Forget(this);
        Log.Write("system,info", "router rebooted");
    }

    /// <summary>Remembers that rows were printed: our polling costs the router CPU.</summary>
    public void CountPrinted(int rows)
    {
        Decay();
        _printedRows += rows;
    }

    /// <summary>Load from sessions, traffic, signing in and polling.</summary>
    public int CpuLoad(ReadMoment moment)
    {
        Decay();
        var (down, up) = Access.RateAt(moment.Ticks);
        var bits = 8 * (down + up);
        var load = 2 + (Access.Count / 120.0) + (bits / 1e9 * 11) + (_printedRows / 10 / 4_000 * 35) + (Access.RecentDials(moment.Ticks) * 0.25);
        load *= 0.9 + (0.2 * Noise.Unit(Spec.Seed, (ulong)(moment.Ticks / TimeSpan.TicksPerSecond / 2)));
        return (int)Math.Clamp(load, 1, 100);
    }

    private void Decay()
    {
        var now = NowTicks;
        _printedRows *= Math.Exp(-(now - _printedAtTicks) / 10.0 / TimeSpan.TicksPerSecond);
        _printedAtTicks = now;
    }
}
