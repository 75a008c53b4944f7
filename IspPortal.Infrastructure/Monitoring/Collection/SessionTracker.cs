using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Which sessions of one router are live, when they began and why they ended. Knows only what was read: a read that failed never reaches it.
/// Not thread-safe.
/// </summary>
internal sealed class SessionTracker
{
    /// <summary>How far two reads of one session's start may differ: uptimes come in whole seconds.</summary>
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ExpectedAfterSeen = TimeSpan.FromDays(7);

    private readonly TimeProvider _clock;
    private readonly Dictionary<SessionIdentity, TrackedSession> _sessions = [];
    private readonly Dictionary<(AccessService Service, string Username), TrackedAccess> _accesses = [];
    private readonly HashSet<Guid> _accessIds = [];
    private readonly Dictionary<(Guid AccessId, string Mark), SessionRecord> _remembered = [];
    private bool _secretsRead;

    public SessionTracker(RouterMemory memory, TimeProvider clock)
    {
        _clock = clock;
        foreach (var account in memory.Accesses)
        {
            if (_accesses.TryAdd((account.Service, account.Username), TrackedAccess.From(account, account.Username)))
            {
                _accessIds.Add(account.Id);
            }
        }

        // By its name here; one that still has another one is recognised when the new one turns up.
        foreach (var line in memory.Owned.Where(line => !_accessIds.Contains(line.Account.Id)))
        {
            if (_accesses.TryAdd((line.Service, line.Username), TrackedAccess.From(line.Account, line.Username)))
            {
                _accessIds.Add(line.Account.Id);
            }
        }

        foreach (var record in memory.OpenSessions)
        {
            _remembered[(record.AccessId, record.Mark)] = record;
        }
    }

    public RouterChanges Changes { get; } = new();

    public IReadOnlyCollection<TrackedSession> Sessions => _sessions.Values;

    public IReadOnlyCollection<TrackedAccess> Accesses => _accesses.Values;

    /// <summary>Whether the access is one of this router's, online or not.</summary>
    public bool Knows(Guid accessId) => _accessIds.Contains(accessId);

    /// <summary>Whether an account of that name was met or remembered.</summary>
    public bool Knows(AccessService service, string username) => _accesses.ContainsKey((service, username));

    /// <summary>Takes these lines for what the router calls by their names. Sessions under way, and what is not written yet, become theirs. False when all were known.</summary>
    public bool Learn(IReadOnlyList<OwnedHere> lines)
    {
        var learned = false;
        foreach (var line in lines)
        {
            var key = (line.Service, line.Username);
            var met = _accesses.GetValueOrDefault(key);
            if (met?.Id == line.Account.Id)
            {
                continue;
            }

            learned = true;
            var access = TrackedAccess.From(line.Account, line.Username);
            if (met is not null)
            {
                (access.Enabled, access.Profile, access.Comment) = (met.Enabled, met.Profile, met.Comment);
                Replace(met, access);
            }

            if (_accessIds.Contains(access.Id) && _accesses.Values.FirstOrDefault(a => a.Id == access.Id) is { } renamed)
            {
                _accesses.Remove((renamed.Service, renamed.Username));
                Replace(renamed, access);
            }

            _accesses[key] = access;
            _accessIds.Add(access.Id);
            Changes.ChangedAccesses.Add(access);
        }

        return learned;
    }

    /// <summary>
    /// Accesses that should be online: enabled (or without a secret to ask) and seen within seven days; null while that is not known. A line that is on two
    /// routers counts where it is served, wherever it is online.
    /// </summary>
    public int? ExpectedSessions(DateTime nowUtc, Guid routerId, SharedLines shared) => !_secretsRead
        ? null
        : _accesses.Values.Count(a => (a.Enabled ?? a.Service != AccessService.Pppoe) && !shared.IsExpectedElsewhere(routerId, a.Id)
            && (a.OpenSessions > 0 || a.LastSeenAtUtc > nowUtc - ExpectedAfterSeen || shared.IsOnlineElsewhere(routerId, a.Id, nowUtc)));

    /// <summary>Takes one complete, good read of some services' sessions.</summary>
    /// <param name="read">Everything live on those services.</param>
    /// <param name="services">The services that were read.</param>
    /// <param name="atUtc">When the answer was complete.</param>
    /// <param name="bootedAtUtc">When the router booted, if it did since the last read; older sessions cannot have survived.</param>
    /// <param name="afterGap">Whether reads failed since the last good one.</param>
    public void Apply(IEnumerable<ReadSession> read, IReadOnlySet<AccessService> services, DateTime atUtc, DateTime? bootedAtUtc, bool afterGap)
    {
        var gone = _sessions.Values.Where(s => services.Contains(s.Identity.Service)).ToDictionary(s => s.Identity);
        var fresh = new List<ReadSession>();
        foreach (var session in read)
        {
            if (_sessions.TryGetValue(session.Identity, out var known) && !IsAnother(known, session, atUtc, bootedAtUtc))
            {
                known.See(session);
                gone.Remove(session.Identity);
            }
            else
            {
                fresh.Add(session);
            }
        }

        var back = fresh.Select(s => (s.Service, s.Username)).ToHashSet();
        foreach (var session in gone.Values)
        {
            var reason = bootedAtUtc is { } boot && session.StartedAtUtc < boot + StartTolerance ? SessionEndReason.RouterRebooted
                : back.Contains((session.Identity.Service, session.Identity.Username)) ? SessionEndReason.Redialled
                : afterGap ? SessionEndReason.LostDuringOutage
                : SessionEndReason.Disconnected;
            End(session, atUtc, reason);
        }

        foreach (var session in fresh)
        {
            Begin(session, atUtc);
        }

        EndRemembered(services, atUtc, bootedAtUtc);
    }

    /// <summary>Takes a complete read of the secrets.</summary>
    public void ApplySecrets(IEnumerable<PppSecretRow> secrets, DateTime atUtc)
    {
        _secretsRead = true;
        var seen = new HashSet<TrackedAccess>();
        foreach (var secret in secrets.Where(s => s.Name.Length <= ReadSession.LongestName && s.Service is not "l2tp" and not "ovpn"))
        {
            var access = AccessOf(AccessService.Pppoe, secret.Name, atUtc);
            seen.Add(access);
            Update(access, !secret.Disabled, Cut(secret.Profile, 256), Cut(secret.Comment, 256));
        }

        foreach (var access in _accesses.Values.Where(a => a.Service == AccessService.Pppoe && a.Enabled is not null && !seen.Contains(a)))
        {
            Update(access, null, access.Profile, access.Comment);
        }
    }

    /// <summary>Takes a complete read of the static lines' queues: they are the secrets of static lines.</summary>
    public void ApplyQueues(IEnumerable<SimpleQueueRow> queues, DateTime atUtc)
    {
        foreach (var queue in queues)
        {
            if (ReadSession.AddressOf(queue) is not null)
            {
                Update(AccessOf(AccessService.Static, queue.Name, atUtc), !queue.Disabled, Cut(queue.MaxLimit, 256), Cut(queue.Comment, 256));
            }
        }
    }

    /// <summary>The router is no longer polled: nothing of it is known from now on.</summary>
    public void EndAll(DateTime atUtc, SessionEndReason reason)
    {
        foreach (var session in _sessions.Values.ToList())
        {
            End(session, atUtc, reason);
        }
    }

    private static string? Cut(string text, int length) => text.Length == 0 ? null : text.Length <= length ? text : text[..length];

    private static bool IsAnother(TrackedSession known, ReadSession read, DateTime atUtc, DateTime? bootedAtUtc) =>
        (bootedAtUtc is { } boot && known.StartedAtUtc < boot - StartTolerance)
        || (read.Uptime is { } uptime && (atUtc - uptime) - known.StartedAtUtc > StartTolerance);

    private void Begin(ReadSession read, DateTime atUtc)
    {
        var access = AccessOf(read.Service, read.Username, atUtc);
        var started = read.Uptime is { } uptime ? atUtc - uptime : atUtc;
        TrackedSession session;
        var mark = read.Mark.Length <= 64 ? read.Mark : read.Mark[..64];
        if (_remembered.Remove((access.Id, mark), out var record) && (read.Uptime is null || (record.StartedAtUtc - started).Duration() <= StartTolerance))
        {
            session = new TrackedSession(record.Id, access, read, record.StartedAtUtc, record);
        }
        else
        {
            if (record is not null)
            {
                Changes.Ended.Add(new EndedSession(record.Id, record.AccessId, atUtc, SessionEndReason.LostDuringOutage, record.DownBytes, record.UpBytes));
            }

            session = new TrackedSession(Ids.New(_clock), access, read, started);
            Changes.Started.Add(session);
        }

        access.LastSeenAtUtc = atUtc;
        access.OpenSessions++;
        Changes.ChangedAccesses.Add(access);
        _sessions[session.Identity] = session;
    }

    private void End(TrackedSession session, DateTime atUtc, SessionEndReason reason)
    {
        _sessions.Remove(session.Identity);
        session.Access.LastSeenAtUtc = atUtc;
        session.Access.OpenSessions--;
        Changes.ChangedAccesses.Add(session.Access);
        Changes.Ended.Add(new EndedSession(session.RecordId, session.Access.Id, atUtc, reason, session.Down.Total, session.Up.Total));
    }

    // Sessions that were open when the portal stopped and are not there now.
    private void EndRemembered(IReadOnlySet<AccessService> services, DateTime atUtc, DateTime? bootedAtUtc)
    {
        if (_remembered.Count == 0)
        {
            return;
        }

        var serviceOf = _accesses.Values.ToDictionary(a => a.Id, a => a.Service);
        foreach (var (key, record) in _remembered.ToList())
        {
            if (serviceOf.TryGetValue(record.AccessId, out var service) && services.Contains(service))
            {
                _remembered.Remove(key);
                var reason = bootedAtUtc > record.StartedAtUtc ? SessionEndReason.RouterRebooted : SessionEndReason.LostDuringOutage;
                Changes.Ended.Add(new EndedSession(record.Id, record.AccessId, atUtc, reason, record.DownBytes, record.UpBytes));
            }
        }
    }

    private TrackedAccess AccessOf(AccessService service, string username, DateTime atUtc)
    {
        if (!_accesses.TryGetValue((service, username), out var access))
        {
            access = new TrackedAccess { Id = Ids.New(_clock), Service = service, Username = username, FirstSeenAtUtc = atUtc };
            _accesses[(service, username)] = access;
            _accessIds.Add(access.Id);
            Changes.NewAccesses.Add(access);
        }

        return access;
    }

    private void Replace(TrackedAccess was, TrackedAccess now)
    {
        _accessIds.Remove(was.Id);
        Changes.NewAccesses.Remove(was);
        Changes.ChangedAccesses.Remove(was);
        now.OpenSessions += was.OpenSessions;
        now.LastSeenAtUtc = was.LastSeenAtUtc > now.LastSeenAtUtc ? was.LastSeenAtUtc : now.LastSeenAtUtc ?? was.LastSeenAtUtc;
        foreach (var session in _sessions.Values.Concat(Changes.Started).Where(session => session.Access == was))
        {
            session.Access = now;
        }

        foreach (var (key, record) in _remembered.Where(pair => pair.Key.AccessId == was.Id).ToList())
        {
            _remembered.Remove(key);
            _remembered.TryAdd((now.Id, key.Mark), record);
        }
    }

    private void Update(TrackedAccess access, bool? enabled, string? profile, string? comment)
    {
        if (access.Enabled != enabled || access.Profile != profile || access.Comment != comment)
        {
            (access.Enabled, access.Profile, access.Comment) = (enabled, profile, comment);
            Changes.ChangedAccesses.Add(access);
        }
    }
}
