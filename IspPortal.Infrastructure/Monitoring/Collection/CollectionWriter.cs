using System.Data.Common;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What collectors keep in the database, in batches.</summary>
internal sealed class CollectionWriter(PortalContextSource source, TimeProvider clock) : IDisposable
{
    private const string Job = "collect-traffic";
    private const int Batch = 500;

    // At a start all routers want to read or write their thousands of rows at once: unbounded, these would be in memory together.
    private readonly SemaphoreSlim _reading = new(4, 4);
    private readonly SemaphoreSlim _writing = new(2, 2);

    public async Task<RouterMemory> RecallAsync(Guid routerId, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        using var turn = new Turn(_reading);
        await using var context = source.CreateForSystem(Job);
        return new RouterMemory(
            await context.Set<AccessAccount>().AsNoTracking()
                .Where(a => a.RouterId == routerId || context.Set<SessionRecord>().Any(s => s.RouterId == routerId && s.EndedAtUtc == null && s.AccessId == a.Id)).ToListAsync(cancellationToken),
            await context.Set<SessionRecord>().AsNoTracking().Where(s => s.RouterId == routerId && s.EndedAtUtc == null).ToListAsync(cancellationToken),
            await OwnedAsync(context, context.Set<AccessPlacement>().Where(p => p.RouterId == routerId), cancellationToken));
    }

    /// <summary>Lines of the portal that a plan brought to the router since then.</summary>
    public async Task<IReadOnlyList<OwnedHere>> OwnedSinceAsync(Guid routerId, DateTime sinceUtc, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        return await OwnedAsync(
            context,
            context.Set<AccessPlacement>().Where(p => p.RouterId == routerId && p.Role != PlacementRole.Former && p.AppliedState != null && p.AppliedAtUtc >= sinceUtc),
            cancellationToken);
    }

    /// <summary>Lines of the portal that are to be on the router by one of these names, brought there already or not.</summary>
    public async Task<IReadOnlyList<OwnedHere>> OwnedNamedAsync(Guid routerId, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var found = new List<OwnedHere>();
        foreach (var batch in names.Chunk(Batch).Select(b => b.ToList()))
        {
            await using var context = source.CreateForSystem(Job);
            found.AddRange(await OwnedAsync(
                context,
                context.Set<AccessPlacement>().Where(p => p.RouterId == routerId && context.Set<DesiredAccessRecord>().Any(w => w.AccessId == p.AccessId && batch.Contains(w.Username))),
                cancellationToken));
        }

        return found;
    }

    /// <summary>
    /// Writes all of it or, on an exception, an unfinished part that writing again completes. False, and nothing written, when other routers are still
    /// writing theirs after <paramref name="patience"/>.
    /// </summary>
    public async Task<bool> TryWriteAsync(Guid routerId, RouterChanges changes, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(patience, cancellationToken))
        {
            return false;
        }

        using var turn = new Turn(_writing);

        // A session that was over before it was ever written.
        var started = changes.Started.ToDictionary(s => s.RecordId, s => s.ToRecord(routerId));
        foreach (var end in changes.Ended)
        {
            if (started.TryGetValue(end.RecordId, out var record))
            {
                Close(record, end);
            }
        }

        await InsertAsync(changes.NewAccesses.Select(a => a.ToAccount(routerId)), cancellationToken);
        changes.ChangedAccesses.ExceptWith(changes.NewAccesses);
        changes.NewAccesses.Clear();
        await UpdateAccessesAsync(routerId, [.. changes.ChangedAccesses], cancellationToken);
        changes.ChangedAccesses.Clear();
        await InsertAsync(started.Values, cancellationToken);
        changes.Started.Clear();
        await EndAsync([.. changes.Ended.Where(e => !started.ContainsKey(e.RecordId))], cancellationToken);
        changes.Ended.Clear();
        return true;
    }

    /// <summary>Keeps the bytes of sessions that are still open, so that a portal that is killed loses little.</summary>
    public async Task KeepBytesAsync(Guid routerId, IReadOnlyCollection<SessionBytes> sessions, CancellationToken cancellationToken)
    {
        foreach (var batch in sessions.Chunk(Batch))
        {
            await using var context = source.CreateForSystem(Job);
            var byId = batch.ToDictionary(s => s.RecordId);
            var ids = byId.Keys.ToList();
            foreach (var record in await context.Set<SessionRecord>().Where(s => ids.Contains(s.Id) && s.RouterId == routerId && s.EndedAtUtc == null).ToListAsync(cancellationToken))
            {
                var now = byId[record.Id];
                (record.DownBytes, record.UpBytes, record.DownCounter, record.UpCounter) = (now.DownBytes, now.UpBytes, now.DownCounter, now.UpCounter);
            }

            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Keeps what a good poll learned, for lists while the router is away. Not audited and without a new version: nobody edited it.</summary>
    public async Task KeepHealthAsync(Guid routerId, RouterHealth health, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var now = clock.UtcNow();
        await context.Set<Router>().Where(r => r.Id == routerId).ExecuteUpdateAsync(
            set => set
                .SetProperty(r => r.Identity, health.Identity)
                .SetProperty(r => r.RouterOsVersion, health.RouterOsVersion)
                .SetProperty(r => r.Board, health.Board)
                .SetProperty(r => r.LastGoodPollAtUtc, now),
            cancellationToken);
    }

    /// <summary>Pins the first certificate a router showed; one that is pinned already stays.</summary>
    public async Task PinCertificateAsync(Guid routerId, string sha256, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var router = await context.Set<Router>().FirstOrDefaultAsync(r => r.Id == routerId && r.PinnedCertificateSha256 == null, cancellationToken);
        if (router is not null)
        {
            router.PinnedCertificateSha256 = sha256;
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
    }

    private static async Task<List<OwnedHere>> OwnedAsync(PortalDbContext context, IQueryable<AccessPlacement> placements, CancellationToken cancellationToken) =>
        await (
            from placement in placements.AsNoTracking()
            join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
            join account in context.Set<AccessAccount>() on placement.AccessId equals account.Id
            select new OwnedHere(wanted.Service, wanted.Username, account)).ToListAsync(cancellationToken);

    private static void Close(SessionRecord record, EndedSession end)
    {
        record.EndedAtUtc = end.AtUtc;
        record.EndReason = end.Reason;
        record.DownBytes = end.DownBytes;
        record.UpBytes = end.UpBytes;
    }

    private async Task InsertAsync<TEntity>(IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        foreach (var batch in rows.Chunk(Batch))
        {
            try
            {
                await using var context = source.CreateForSystem(Job);
                await context.InsertRowsAsync(batch, cancellationToken);
            }
            catch (DbException)
            {
                // What an interrupted write has put there already is left as it is.
                await InsertMissingAsync(batch, cancellationToken);
            }
        }
    }

    private async Task InsertMissingAsync<TEntity>(TEntity[] batch, CancellationToken cancellationToken)
        where TEntity : class
    {
        await using var context = source.CreateForSystem(Job);
        var key = context.Model.FindEntityType(typeof(TEntity))!.FindPrimaryKey()!.Properties[0].PropertyInfo!;
        foreach (var row in batch)
        {
            if (await context.Set<TEntity>().FindAsync([key.GetValue(row)], cancellationToken) is null)
            {
                context.Set<TEntity>().Add(row);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task UpdateAccessesAsync(Guid routerId, TrackedAccess[] accesses, CancellationToken cancellationToken)
    {
        foreach (var batch in accesses.Chunk(Batch))
        {
            await using var context = source.CreateForSystem(Job);
            var byId = batch.ToDictionary(a => a.Id);
            var ids = byId.Keys.ToList();
            foreach (var account in await context.Set<AccessAccount>().Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken))
            {
                var now = byId[account.Id];
                account.LastSeenAtUtc = now.LastSeenAtUtc > account.LastSeenAtUtc ? now.LastSeenAtUtc : account.LastSeenAtUtc ?? now.LastSeenAtUtc;
                if (account.RouterId == routerId && account.Username == now.Username)
                {
                    // A partner or a router that was left tells of its sessions only, and so does a name that the line had.
                    account.Enabled = now.Enabled;
                    account.Profile = now.Profile;
                    account.Comment = now.Comment;
                    account.SearchKey = AccessAccount.SearchKeyOf(account.Username, now.Comment);
                }
            }

            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task EndAsync(EndedSession[] ended, CancellationToken cancellationToken)
    {
        foreach (var batch in ended.Chunk(Batch))
        {
            await using var context = source.CreateForSystem(Job);
            var byId = batch.ToDictionary(e => e.RecordId);
            var ids = byId.Keys.ToList();
            foreach (var record in await context.Set<SessionRecord>().Where(s => ids.Contains(s.Id) && s.EndedAtUtc == null).ToListAsync(cancellationToken))
            {
                Close(record, byId[record.Id]);
            }

            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
