using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>Modems, their sessions and the always-on lines of one router: what happens when, and what was carried.</summary>
internal sealed class AccessEngine(RouterWorld world)
{
    private readonly Dictionary<uint, AccessSession> _ppp = [];
    private readonly Dictionary<uint, AccessSession> _hotspot = [];
    private readonly Dictionary<ConfigRow, Modem> _modems = [];
    private readonly Dictionary<ConfigRow, StaticLine> _lines = [];
    private readonly Dictionary<string, AccessSession> _byName = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(Happening What, object Who, int Plan), long> _due = new();
    private readonly AddressPools _pools = new(world);
    private readonly CarriedBytes _carried = new();
    private readonly SessionHerald _herald = new(world);
    private uint _lastId = 0x8000_0000 + (uint)world.Random.Next(0x10_0000);
    private uint _lastSessionId = 0x8110_0000;
    private double _dials;
    private long _dialsAtTicks;

    private enum Happening
    {
        Dial,
        End,
        NoticeDeath,
    }

    public IReadOnlyCollection<AccessSession> Ppp => _ppp.Values;

    public IReadOnlyCollection<AccessSession> Hotspot => _hotspot.Values;

    public IReadOnlyCollection<StaticLine> Lines => _lines.Values;

    public AddressPools Pools => _pools;

    public int Count => _ppp.Count + _hotspot.Count;

    private IEnumerable<AccessSession> All => _ppp.Values.Concat(_hotspot.Values);

    private ModemHabits Habits => world.Spec.Habits;

    /// <summary>Lets everything happen that is due at an instant.</summary>
    public void Advance(long nowTicks)
    {
        while (_due.TryPeek(out _, out var at) && at <= nowTicks)
        {
            var (what, who, plan) = _due.Dequeue();
            switch (what)
            {
                case Happening.Dial when who is Modem modem && plan == modem.DialPlan && modem is { Session: null, IsGone: false, IsDark: false }:
                    Dial(modem, nowTicks);
                    break;
                case Happening.End when who is AccessSession { IsEnded: false } session && session.DeadSinceTicks == long.MaxValue:
                    Drop(session, nowTicks);
                    break;
                case Happening.NoticeDeath when who is AccessSession { IsEnded: false } ghost:
                    End(ghost, nowTicks, ghost.IsPppoe ? "peer is not responding" : "keepalive timeout");
                    break;
            }
        }
    }

    /// <summary>Puts a modem behind an account that clients may have just made; it dials like one that was just plugged in.</summary>
    public Modem Attach(AccessKind kind, ConfigRow account, string? callerId = null, ulong? seed = null, bool isOffice = false, int? port = null)
    {
        var own = seed ?? Noise.Mix(world.Spec.Seed + account.Id);
        var modem = new Modem(kind, account, own, callerId ?? Modem.MacOf(own), isOffice, port ?? (kind == AccessKind.Hotspot ? 2 : (int)(own % 2)));
        account.Behind = modem;
        _modems[account] = modem;
        return modem;
    }

    public StaticLine AttachLine(ConfigRow queue, ShapedRate? rate, ulong? seed = null, bool isOffice = true)
    {
        var line = new StaticLine(queue, new(seed ?? Noise.Mix(world.Spec.Seed + queue.Id), isOffice, rate), world.NowTicks);
        queue.Behind = line;
        _lines[queue] = line;
        return line;
    }

    public void Detach(ConfigRow row)
    {
        if (_modems.Remove(row, out var modem))
        {
            modem.IsGone = true;
        }

        if (_lines.Remove(row, out var line))
        {
            _carried.Retire(line.BytesAt(world.NowTicks), CarriedBytes.StaticPort);
        }
    }

    /// <summary>Fills the router as it is found at the first start: most modems online for hours or days, some away.</summary>
    public void Populate()
    {
        var now = world.NowTicks;
        foreach (var modem in _modems.Values)
        {
            var age = Noise.Unit(modem.Seed, 11);
            if (Noise.Unit(modem.Seed, 12) < Habits.OnlineAtStart)
            {
                var oldest = Math.Min(Habits.OldestAtStart.Ticks, now - world.BootTicks);
                Start(modem, now, now - (long)(oldest * age * age));
            }
            else
            {
                PlanDial(modem, now + TimeSpan.FromMinutes(1 + (20 * age)).Ticks);
            }
        }
    }

    /// <summary>The router just started: nobody is connected, everybody tries.</summary>
    public void Boot()
    {
        var now = world.NowTicks;
        foreach (var session in All.ToList())
        {
            Forget(session);
        }

        _carried.Clear();
        _pools.Clear();
        foreach (var line in _lines.Values)
        {
            line.ResetCounters(now);
        }

        foreach (var modem in _modems.Values)
        {
            modem.Session = null;
            PlanDial(modem, now + RedialDelay());
        }
    }

    /// <summary>All counters jump to zero while the sessions stay.</summary>
    public void ResetCounters()
    {
        var now = world.NowTicks;
        _carried.Clear();
        foreach (var session in All)
        {
            session.ResetCounters(now);
        }

        foreach (var line in _lines.Values)
        {
            line.ResetCounters(now);
        }
    }

    /// <summary>The operator ends a session.</summary>
    public void Kick(AccessSession session)
    {
        var now = world.NowTicks;
        End(session, now, session.IsPppoe ? "administrator" : "admin-reset");
    }

    public int KickAll()
    {
        var all = All.ToList();
        all.ForEach(Kick);
        return all.Count;
    }

    /// <summary>The access network blinks: every session becomes a ghost and every modem redials at once.</summary>
    public int Storm()
    {
        var now = world.NowTicks;
        var all = All.Where(s => s.DeadSinceTicks == long.MaxValue).ToList();
        foreach (var session in all)
        {
            Die(session, now);
        }

        return all.Count;
    }

    /// <summary>The fibre to some modems is cut or mended: the router notices by keepalive, and nobody dials in the dark. Answers how many.</summary>
    public int SetLight(Func<string, bool> isMeant, bool isLit)
    {
        var now = world.NowTicks;
        var changed = _modems.Values.Where(modem => modem.IsDark == isLit && isMeant(NameOf(modem))).ToList();
        foreach (var modem in changed)
        {
            modem.IsDark = !isLit;
            if (isLit && modem.Session is null)
            {
                PlanDial(modem, now + RedialDelay());
            }
            else if (!isLit && modem.Session is { } session)
            {
                Die(session, now);
            }
        }

        return changed.Count;
    }

    /// <summary>An account may sign in again: its modem notices within its redial time.</summary>
    public void Nudge(ConfigRow account)
    {
        if (_modems.TryGetValue(account, out var modem) && modem.Session is null)
        {
            PlanDial(modem, world.NowTicks + RedialDelay());
        }
    }

    /// <summary>Ends the sessions of hotspot users who used up what they bought.</summary>
    public void EnforceLimits(long nowTicks)
    {
        foreach (var session in _hotspot.Values.Where(session => session.DeadSinceTicks == long.MaxValue).ToList())
        {
            if (HotspotLimits.Reached(world, session.Modem, session, nowTicks) is { } reached)
            {
                End(session, nowTicks, reached);
            }
        }
    }

    /// <summary>Session by its interface or queue name.</summary>
    public AccessSession? ByName(string name) => _byName.GetValueOrDefault(name);

    public AccessSession? ById(uint id) => _ppp.GetValueOrDefault(id) ?? _hotspot.GetValueOrDefault(id);

    /// <summary>Bytes per second over everything, or over one access port.</summary>
    public (double Down, double Up) RateAt(long ticks, int? port = null) => CarriedBytes.RateAt(All, _lines.Values, ticks, port);

    /// <summary>Bytes by port since the router started.</summary>
    public PortTotals TotalsAt(long ticks) => _carried.TotalsAt(All, _lines.Values, ticks);

    /// <summary>Sign-ins of the last seconds, fading: a storm costs CPU.</summary>
    public double RecentDials(long ticks) => _dials * Math.Exp(-(ticks - _dialsAtTicks) / 15.0 / TimeSpan.TicksPerSecond);

    private string NameOf(Modem modem) => world.Menu(modem.Kind == AccessKind.Pppoe ? "/ppp/secret" : "/ip/hotspot/user").Get(modem.Account, "name") ?? "";

    private void PlanDial(Modem modem, long atTicks) => _due.Enqueue((Happening.Dial, modem, ++modem.DialPlan), atTicks);

    private long RedialDelay() =>
        Habits.RedialFrom.Ticks + (long)(world.Random.NextDouble() * (Habits.RedialTo - Habits.RedialFrom).Ticks);

    private void PlanRedial(Modem modem, long now)
    {
        if (world.Random.NextDouble() >= Habits.NeverShare)
        {
            PlanDial(modem, now + RedialDelay());
        }
        else if (Habits.NeverLastsFor is { } plug)
        {
            PlanDial(modem, now + (long)(plug.Ticks * (1 + world.Random.NextDouble())));
        }
        else
        {
            modem.DialPlan++;
        }
    }

    private void Dial(Modem modem, long now)
    {
        _dials = RecentDials(now) + 1;
        _dialsAtTicks = now;
        Start(modem, now, now);
    }

    private void Start(Modem modem, long now, long startTicks)
    {
        if (startTicks == now && modem.Kind == AccessKind.Pppoe)
        {
            world.Log.Write("pppoe,info", $"PPPoE connection established from {modem.CallerId}");
        }

        if (SignIn.Try(world, modem, _pools, out var wish) is { } refusal)
        {
            world.Log.Write(modem.Kind == AccessKind.Pppoe ? "pppoe,ppp,error" : "hotspot,account,info,debug", refusal);
            PlanDial(modem, now + (3 * RedialDelay()));
            return;
        }

        if (wish.OnlyOne && _byName.TryGetValue(wish.Name, out var old))
        {
            End(old, now, "only-one");
        }

        var name = wish.Name;
        for (var twin = 1; _byName.ContainsKey(name); twin++)
        {
            name = wish.Name.EndsWith('>') ? $"{wish.Name[..^1]}-{twin}>" : $"{wish.Name}-{twin}";
        }

        var session = new AccessSession(++_lastId, modem, wish.User, name, wish.Address, ++_lastSessionId, startTicks, new(modem.Seed, modem.IsOffice, wish.Rate))
        {
            Rate = wish.Rate,
            AddressList = wish.AddressList,
            Profile = wish.Profile,
            Pool = wish.Pool,
            LocalAddress = wish.LocalAddress,
        };
        modem.Session = session;
        _byName[name] = session;
        (session.IsPppoe ? _ppp : _hotspot)[session.Id] = session;
        if (Habits.MeanSessionLife is { } life)
        {
            _due.Enqueue((Happening.End, session, 0), now + (long)(-Math.Log(1 - world.Random.NextDouble()) * life.Ticks));
        }

        if (startTicks == now)
        {
            world.Log.Write(
                session.IsPppoe ? "pppoe,ppp,info,account" : "hotspot,info,account",
                session.IsPppoe ? $"{session.User} logged in, {session.Address} from {modem.CallerId}" : $"{session.User} ({session.Address}): logged in");
            _herald.Announce(session, isGone: false);
            if (session.AddressList is not null)
            {
                Firewall.TryOut(world, session);
            }
        }
    }

    private void Drop(AccessSession session, long now)
    {
        if (world.Random.NextDouble() < Habits.GhostShare)
        {
            Die(session, now);
        }
        else
        {
            End(session, now, session.IsPppoe ? "hungup" : "lost dhcp lease");
        }
    }

    /// <summary>The customer is gone, the router does not know; its modem comes back as if nothing were there.</summary>
    private void Die(AccessSession session, long now)
    {
        session.DeadSinceTicks = now;
        if (session.Modem.Session == session)
        {
            session.Modem.Session = null;
            PlanRedial(session.Modem, now);
        }

        _due.Enqueue((Happening.NoticeDeath, session, 0), now + Habits.Keepalive.Ticks);
    }

    private void End(AccessSession session, long now, string reason)
    {
        if (session.IsEnded)
        {
            return;
        }

        Forget(session);
        var bytes = session.BytesAt(now);
        _carried.Retire(bytes, session.Modem.Port);
        var modem = session.Modem;
        modem.PastDownBytes += bytes.Down;
        modem.PastUpBytes += bytes.Up;
        modem.PastTicks += now - session.StartTicks;
        if (session.IsPppoe)
        {
            var secrets = world.Menu("/ppp/secret");
            secrets.Set(modem.Account, "last-logged-out", world.Version.DateTimeText(RouterWorld.Local(now)));
            secrets.Set(modem.Account, "last-caller-id", modem.CallerId);
            secrets.Set(modem.Account, "last-disconnect-reason", reason switch { "administrator" => "admin-reset", "hungup" => "hung-up", _ => "peer-not-responding" });
            world.Log.Write("pppoe,ppp,info", $"{session.Name}: terminating... - {reason}");
            world.Log.Write(
                "pppoe,ppp,info,account",
                $"{session.User} logged out, {(now - session.StartTicks) / TimeSpan.TicksPerSecond} {(long)bytes.Up} {(long)bytes.Down} {(long)bytes.Up / 190} {(long)bytes.Down / 1_150} from {modem.CallerId}");
        }
        else
        {
            world.Log.Write("hotspot,info,account", $"{session.User} ({session.Address}): logged out: {reason}");
        }

        _herald.Announce(session, isGone: true);
        if (modem.Session == session)
        {
            modem.Session = null;
            if (!modem.IsGone)
            {
                PlanRedial(modem, now);
            }
        }
    }

    private void Forget(AccessSession session)
    {
        session.IsEnded = true;
        (session.IsPppoe ? _ppp : _hotspot).Remove(session.Id);
        _byName.Remove(session.Name);
        if (session.Pool is not null)
        {
            _pools.Return(session.Pool, session.Address);
        }
    }
}
