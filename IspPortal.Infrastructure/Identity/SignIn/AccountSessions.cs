using System.Collections.Concurrent;
using System.Collections.Frozen;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.SignIn;

/// <inheritdoc cref="IAccountSessions" />
internal sealed class AccountSessions(PortalContextSource source, TimeProvider clock) : IAccountSessions
{
    private readonly ConcurrentDictionary<Guid, Known> _known = new();
    private readonly ConcurrentDictionary<long, Action<Guid>> _listeners = new();
    private long _generation;
    private long _nextListener;

    public async ValueTask<AccountSnapshot?> FindAsync(Guid userId, string stamp, CancellationToken cancellationToken) =>
        await LatestAsync(userId, cancellationToken) is { } snapshot && snapshot.Session.Stamp == stamp ? snapshot : null;

    /// <summary>What a user may do now, whatever sessions there are; null when the account is gone or deactivated.</summary>
    public async ValueTask<FrozenSet<string>?> PermissionsOfAsync(Guid userId, CancellationToken cancellationToken) =>
        (await LatestAsync(userId, cancellationToken))?.Actor.Permissions;

    public IDisposable OnChanged(Action<Guid> changed)
    {
        var id = Interlocked.Increment(ref _nextListener);
        _listeners[id] = changed;
        return new Listening(() => _listeners.TryRemove(id, out _));
    }

    /// <summary>To be called after each commit that touches an account.</summary>
    public void Changed(Guid userId)
    {
        Interlocked.Increment(ref _generation);
        _known.TryRemove(userId, out _);
        foreach (var listener in _listeners.Values)
        {
            listener(userId);
        }
    }

    private async ValueTask<AccountSnapshot?> LatestAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(userId, out var known) || clock.GetElapsedTime(known.ReadAt) >= IAccountSessions.MaxAge)
        {
            known = await ReadAsync(userId, cancellationToken);
        }

        return known.Snapshot;
    }

    private async Task<Known> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        var generation = Interlocked.Read(ref _generation);
        var readAt = clock.GetTimestamp();
        await using var context = source.CreateForSystem("sessions");
        var user = await context.Users.AsNoTracking().Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == userId, cancellationToken);
        var known = new Known(user is { IsActive: true } ? SnapshotOf(user) : null, readAt);
        // What was read while somebody changed an account may be the state before it: use it this once, do not keep it. An unknown id is
        // not kept either: only existing accounts take memory.
        if (user is not null)
        {
            _known[userId] = known;
            if (generation != Interlocked.Read(ref _generation))
            {
                _known.TryRemove(KeyValuePair.Create(userId, known));
            }
        }

        return known;
    }

    private static AccountSnapshot SnapshotOf(PortalUser user)
    {
        var held = user.Roles.Select(role => role.Role).ToHashSet(StringComparer.Ordinal);
        return new AccountSnapshot(SessionMaker.ActorOf(user, null), SessionMaker.SessionOf(user), [.. PortalRoles.All.Where(held.Contains)]);
    }

    private sealed record Known(AccountSnapshot? Snapshot, long ReadAt);

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
