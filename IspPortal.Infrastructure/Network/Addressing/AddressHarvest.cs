using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>Reads what routers hold of addresses and keeps it. Writes nothing to them; what was read of a router that fails stays, as old.</summary>
internal sealed class AddressHarvest(PortalContextSource source, AddressReader reader, AddressConflictKeeper conflicts, ISettingsReader<AddressingSettings> settings, TimeProvider clock)
{
    public const string JobKey = "read-addresses";

    private const int RoutersAtOnce = 4;
    private const int LongestName = 256;

    /// <summary>Reads every router that is due and looks for conflicts; gives how many were read and how many could not be.</summary>
    public async Task<(int Read, int Failed)> ReadDueAsync(bool all, CancellationToken cancellationToken)
    {
        var dueBefore = clock.UtcNow() - TimeSpan.FromMinutes((await settings.GetAsync(cancellationToken)).ReadEveryMinutes);
        List<Guid> due;
        await using (var context = source.CreateForSystem(JobKey))
        {
            due = await context.Set<Router>().AsNoTracking()
                .Where(r => r.Enabled && r.RemovedAtUtc == null && (all || !context.Set<AddressReading>().Any(c => c.RouterId == r.Id && c.TriedAtUtc > dueBefore)))
                .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        }

        var failed = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = RoutersAtOnce, CancellationToken = cancellationToken }, async (routerId, token) =>
        {
            if (!(await KeepAsync(routerId, token)).Succeeded)
            {
                Interlocked.Increment(ref failed);
            }
        });
        await conflicts.FindAsync(due.Count > 0, cancellationToken);
        return (due.Count - failed, failed);
    }

    /// <summary>Reads one router and looks for conflicts; gives its number of pools.</summary>
    public async Task<Result<int>> ReadAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var kept = await KeepAsync(routerId, cancellationToken);
        if (kept.Succeeded)
        {
            await conflicts.FindAsync(now: true, cancellationToken);
        }

        return kept;
    }

    private async Task<Result<int>> KeepAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(routerId, cancellationToken);
        if (read.Error is { Kind: ErrorKind.NotFound } missing)
        {
            return missing;
        }

        await using var context = source.CreateForSystem(JobKey);
        var reading = await context.Set<AddressReading>().FirstOrDefaultAsync(r => r.RouterId == routerId, cancellationToken);
        if (reading is null)
        {
            reading = new AddressReading { RouterId = routerId };
            context.Add(reading);
        }

        reading.TriedAtUtc = clock.UtcNow();
        reading.ErrorCode = read.Error?.Code;
        reading.ErrorDetail = read.Error?.Detail is { Length: > 1000 } detail ? detail[..1000] : read.Error?.Detail;
        if (read.Succeeded)
        {
            reading.ReadAtUtc = reading.TriedAtUtc;
            reading.OwnAddresses = string.Join(',', read.Value.OwnAddresses);
            await MergePoolsAsync(context, routerId, read.Value.Pools, cancellationToken);
            await MergeFixedAsync(context, routerId, read.Value.Fixed, cancellationToken);
        }

        // Two who read the same router at once: the later one's rows meet those of the other.
        var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        return read.Error ?? saved.Error ?? Result.Of(read.Value.Pools.Count);
    }

    private async Task MergePoolsAsync(PortalDbContext context, Guid routerId, IReadOnlyList<FoundPool> found, CancellationToken cancellationToken)
    {
        var (now, threshold) = (clock.UtcNow(), (await settings.GetAsync(cancellationToken)).FullAbovePercent);
        var stored = (await context.Set<AddressPool>().Where(p => p.RouterId == routerId).ToListAsync(cancellationToken)).ToDictionary(p => (p.Family, p.Name));
        var ranges = (await context.Set<AddressPoolRange>().Where(r => r.RouterId == routerId).ToListAsync(cancellationToken)).ToLookup(r => r.PoolId);
        var handedOut = PoolsOfRouter.HandedOut([.. found.Where(p => p.Family == PoolFamily.Ipv4).Select(p => new PoolOnRouter(routerId, p.Name, p.Parsed, p.Users))]);
        foreach (var pool in found)
        {
            if (!stored.Remove((pool.Family, pool.Name), out var row))
            {
                row = new AddressPool { Id = Ids.New(clock), RouterId = routerId, Family = pool.Family, Name = pool.Name, FirstSeenAtUtc = now };
                context.Add(row);
            }

            (row.NextPool, row.Comment, row.UsersJson, row.ReadAtUtc) = (pool.NextPool, pool.Comment, JsonSerializer.Serialize(pool.Users), now);
            row.IsHandedOut = handedOut.Contains(pool.Name) && pool.Family == PoolFamily.Ipv4;
            (row.Size, row.Used, row.ChainSize, row.ChainUsed, row.UsedPermille) = (pool.Size, pool.Used, pool.ChainSize, pool.ChainUsed, PermilleOf(pool.Used, pool.Size));
            row.AboveSinceUtc = PermilleOf(pool.ChainUsed, pool.ChainSize) switch
            {
                null => row.AboveSinceUtc,
                var permille when permille >= threshold * 10 => row.AboveSinceUtc ?? now,
                _ => null,
            };
            if (row.Ranges != pool.Ranges)
            {
                row.Ranges = pool.Ranges;
                context.RemoveRange(ranges[row.Id].Skip(pool.Parsed.Count));
                var old = ranges[row.Id].ToDictionary(r => r.Number);
                foreach (var (number, range) in pool.Parsed.Index())
                {
                    if (!old.TryGetValue(number, out var kept))
                    {
                        context.Add(kept = new AddressPoolRange { PoolId = row.Id, Number = number, RouterId = routerId });
                    }

                    (kept.FromAddress, kept.ToAddress) = (range.From, range.To);
                }
            }
        }

        context.RemoveRange(stored.Values.SelectMany(p => ranges[p.Id]));
        context.RemoveRange(stored.Values);
    }

    private async Task MergeFixedAsync(PortalDbContext context, Guid routerId, IReadOnlyList<(FoundLine Line, long Address, Guid? Owner)> found, CancellationToken cancellationToken)
    {
        // Where the portal says which address a line has, what the router holds is a matter of drift.
        var managed = await (
            from placement in context.Set<AccessPlacement>().AsNoTracking()
            join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
            where placement.RouterId == routerId && wanted.FixedAddress != null
            select new { wanted.AccessId, wanted.Service, wanted.Username }).ToListAsync(cancellationToken);
        var (ids, names) = (managed.Select(m => m.AccessId).ToHashSet(), managed.Select(m => (m.Service, m.Username)).ToHashSet());
        var stored = (await context.Set<FoundAddress>().Where(f => f.RouterId == routerId).ToListAsync(cancellationToken)).ToDictionary(f => (f.Service, f.Username, f.IsLease));
        foreach (var (line, address, owner) in found.DistinctBy(f => (f.Line.Service, f.Line.Name, f.Line.Kind)))
        {
            var isLease = line.Kind == FoundKind.Lease;
            if (line.Name.Length > LongestName || (owner is { } id && ids.Contains(id)) || names.Contains((line.Service, line.Name)))
            {
                continue;
            }

            if (!stored.Remove((line.Service, line.Name, isLease), out var row))
            {
                row = new FoundAddress { Id = Ids.New(clock), RouterId = routerId, Service = line.Service, Username = line.Name, IsLease = isLease, FirstSeenAtUtc = clock.UtcNow() };
                context.Add(row);
            }

            (row.Address, row.IsDisabled) = (address, line.IsDisabled);
        }

        context.RemoveRange(stored.Values);
    }

    private static int? PermilleOf(long? used, long? size) => used is { } u && size is > 0 and var s ? (int)Math.Min(1000, u * 1000 / s) : null;
}
