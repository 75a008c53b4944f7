using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>Looks for conflicts in what the portal knows, and keeps since when they stand.</summary>
internal sealed class AddressConflictKeeper(PortalContextSource source, ISettingsReader<AddressingSettings> settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan FindsEvery = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private DateTime _lastUtc;

    /// <summary>Looks when something was read, and otherwise now and then: sessions and lines change without any reading.</summary>
    public async Task FindAsync(bool now, CancellationToken cancellationToken)
    {
        if (!now && clock.UtcNow() - _lastUtc < FindsEvery)
        {
            return;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var context = source.CreateForSystem(AddressHarvest.JobKey);
            await AddressClaims.ClaimFreeAsync(context, cancellationToken);
            await MergeAsync(context, AddressConflictFinder.Find(await LoadAsync(context, cancellationToken)), cancellationToken);
            _lastUtc = clock.UtcNow();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private static async Task<AddressConflictInput> LoadAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var owned = await (
            from wanted in context.Set<DesiredAccessRecord>().AsNoTracking()
            join placement in context.Set<AccessPlacement>() on wanted.AccessId equals placement.AccessId
            join router in context.Set<Router>() on placement.RouterId equals router.Id
            where wanted.FixedAddressNumber != null && wanted.Lifecycle != AccessLifecycle.Terminated && placement.Role != PlacementRole.Former && router.RemovedAtUtc == null
            select new { wanted.AccessId, wanted.Service, wanted.Username, Address = wanted.FixedAddressNumber!.Value, placement.RouterId }).ToListAsync(cancellationToken);
        var found = await (
            from entry in AssignmentDirectory.Found(context)
            join router in context.Set<Router>() on entry.RouterId equals router.Id
            where router.RemovedAtUtc == null && !entry.IsDisabled
            select entry).ToListAsync(cancellationToken);
        var live = await (
            from session in context.Set<SessionRecord>().AsNoTracking()
            join account in context.Set<AccessAccount>() on session.AccessId equals account.Id
            where session.EndedAtUtc == null && session.Address != null
            select new { session.Address, session.RouterId, session.AccessId, account.Username, account.IsOwned }).ToListAsync(cancellationToken);
        var ranges = (await context.Set<AddressPoolRange>().AsNoTracking().OrderBy(r => r.PoolId).ThenBy(r => r.Number).ToListAsync(cancellationToken)).ToLookup(r => r.PoolId, r => new AddressRange(r.FromAddress, r.ToAddress));
        var pools = await (
            from pool in context.Set<AddressPool>().AsNoTracking()
            join router in context.Set<Router>() on pool.RouterId equals router.Id
            where router.RemovedAtUtc == null && pool.Family == PoolFamily.Ipv4
            orderby pool.Id
            select pool).ToListAsync(cancellationToken);
        var networks = await context.Set<AddressReading>().AsNoTracking().Where(r => r.OwnAddresses != null).Select(r => new { r.RouterId, r.OwnAddresses }).ToListAsync(cancellationToken);
        return new AddressConflictInput
        {
            Assigned =
            [
                .. owned.Select(o => new AssignedAddress(o.Address, o.RouterId, o.Service, o.Username) { AccessId = o.AccessId, IsOwned = true }),
                .. found.Select(f => new AssignedAddress(f.Address, f.RouterId, f.Service, f.Username) { AccessId = f.AccessId, IsLease = f.IsLease }),
            ],
            Live = [.. live.Where(l => Ipv4.ToNumber(l.Address) is not null).Select(l => new LiveAddress(Ipv4.ToNumber(l.Address)!.Value, l.RouterId, l.AccessId, l.Username, l.IsOwned))],
            Pools = [.. pools.Select(p => new PoolOnRouter(p.RouterId, p.Name, [.. ranges[p.Id]], PoolDirectory.UsersOf(p)))],
            Networks = networks.ToDictionary(n => n.RouterId, n => AddressRange.ParseAll(n.OwnAddresses) ?? []),
        };
    }

    private async Task MergeAsync(PortalDbContext context, IReadOnlyList<FoundConflict> found, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var standing = (await context.Set<AddressConflict>().Include(c => c.Parties).Where(c => c.OpenKey != null).AsSplitQuery().ToListAsync(cancellationToken)).ToDictionary(c => c.OpenKey!, StringComparer.Ordinal);
        foreach (var conflict in found)
        {
            var key = KeyOf(conflict);
            if (!standing.Remove(key, out var row))
            {
                row = new AddressConflict { Id = Ids.New(clock), Kind = conflict.Kind, OpenKey = key, Subject = conflict.Subject, SearchKey = string.Empty, FirstSeenAtUtc = now };
                context.Add(row);
            }

            (row.Subject, row.Address, row.LastSeenAtUtc) = (conflict.Subject, conflict.Address, now);
            if (row.Parties.OrderBy(p => p.Number).Select(p => p.Value).SequenceEqual(conflict.Parties))
            {
                continue;
            }

            if (row.IntendedBy is not null && HasNewParty(row, conflict))
            {
                // Meant so was what stood there then.
                context.AddAudit("address_intention_ended", "address-conflict", row.Id.ToString(), JsonSerializer.Serialize(new { reason = row.IntendedReason }), JsonSerializer.Serialize(new { subject = conflict.Subject }));
                (row.IntendedBy, row.IntendedAtUtc, row.IntendedReason) = (null, null, null);
            }

            Take(row, conflict);
        }

        foreach (var over in standing.Values)
        {
            (over.OpenKey, over.ResolvedAtUtc) = (null, now);
        }

        // Another node may have found the same at the same moment: then its rows stand.
        await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        var oldest = now - TimeSpan.FromDays((await settings.GetAsync(cancellationToken)).KeepResolvedDays);
        await context.Set<AddressConflict>().Where(c => c.ResolvedAtUtc < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    private static bool HasNewParty(AddressConflict row, FoundConflict conflict) =>
        conflict.Parties.Any(p => !row.Parties.Exists(old => old.Role == p.Role && old.RouterId == p.RouterId && (old.AccessId is { } id ? id == p.AccessId : old.Name == p.Name)));

    private static void Take(AddressConflict row, FoundConflict conflict)
    {
        row.Parties.RemoveAll(p => p.Number >= conflict.Parties.Count);
        foreach (var (number, party) in conflict.Parties.Index())
        {
            if (row.Parties.Find(p => p.Number == number) is not { } kept)
            {
                row.Parties.Add(kept = new AddressConflictParty { ConflictId = row.Id, Number = number, Name = party.Name });
            }

            (kept.Role, kept.RouterId, kept.Name, kept.AccessId, kept.IsOwned) = (party.Role, party.RouterId, party.Name, party.AccessId, party.IsOwned);
        }

        var search = $"{conflict.Subject} {string.Join(' ', conflict.Parties.Select(p => p.Name).Distinct(StringComparer.Ordinal))}".ToLowerInvariant();
        row.SearchKey = search.Length <= 1000 ? search : search[..1000];
    }

    private static string KeyOf(FoundConflict conflict) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{conflict.Kind}|{conflict.Key}")));
}
