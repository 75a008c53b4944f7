using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

internal sealed class AddressAssigner(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IAddressAssigner
{
    // As many may assign at once before the last of them has to be sent away.
    private const int Tries = 50;
    private const int MostNames = 3;

    public async Task<Result<AddressCheck>> CheckAsync(Guid routerId, string address, Guid? accessId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        if (Ipv4.ToNumber(address?.Trim()) is not { } number)
        {
            return new AddressCheck(null, [], []);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var line = accessId is { } id ? await context.Set<AccessAccount>().AsNoTracking().Where(a => a.Id == id).Select(a => a.Username).FirstOrDefaultAsync(cancellationToken) : null;
        var found = await (
            from entry in AssignmentDirectory.Found(context)
            join router in context.Set<Router>() on entry.RouterId equals router.Id
            where entry.Address == number && !entry.IsDisabled && router.RemovedAtUtc == null && entry.Username != line
            orderby entry.Username
            select entry.Username + " (" + router.Name + ")").Take(MostNames).ToListAsync(cancellationToken);
        var pools = await (
            from range in context.Set<AddressPoolRange>()
            join pool in context.Set<AddressPool>() on range.PoolId equals pool.Id
            where range.RouterId == routerId && range.FromAddress <= number && number <= range.ToAddress && pool.IsHandedOut
            orderby pool.Name
            select pool.Name).Distinct().ToListAsync(cancellationToken);
        return new AddressCheck(await AddressClaims.HolderAsync(context, number, accessId, cancellationToken), found, pools);
    }

    public async Task<Result<FreeAddress>> FindFreeAsync(Guid routerId, string range, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Router>().AnyAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken)
            ? await FreeAsync(context, routerId, range, cancellationToken)
            : NetworkErrors.RouterNotFound;
    }

    public async Task<Result<FreeAddress>> FindFreeInPoolAsync(Guid poolId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pool = await context.Set<AddressPool>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == poolId, cancellationToken);
        return pool is null ? AddressingErrors.PoolNotFound
            : AddressRange.ParseAll(pool.Ranges) is not { Count: > 0 } ? AddressingErrors.PoolWithoutAddresses(pool.Name)
            : await FreeAsync(context, pool.RouterId, pool.Ranges, cancellationToken);
    }

    public async Task<Result<FreeAddress>> AssignAsync(Guid accessId, string range, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var wanted = await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.AccessId == accessId && w.Lifecycle != AccessLifecycle.Terminated, cancellationToken);
            if (wanted is null)
            {
                return await context.Set<AccessAccount>().AnyAsync(a => a.Id == accessId, cancellationToken) ? NetworkErrors.AccessNotOwned : NetworkErrors.AccessNotFound;
            }

            var routerId = await context.Set<AccessPlacement>().Where(p => p.AccessId == accessId && p.Role == PlacementRole.Primary).Select(p => p.RouterId).FirstAsync(cancellationToken);
            var free = await FreeAsync(context, routerId, range, cancellationToken);
            if (!free.Succeeded)
            {
                return free;
            }

            wanted.FixedAddress = free.Value.Address;
            wanted.ClaimedAddress = wanted.FixedAddressNumber;
            var saved = await context.TrySaveAsync(AddressingErrors.AddressGiven(free.Value.Address, null), cancellationToken);
            if (saved.Succeeded)
            {
                return free;
            }

            // Another was faster with this address; the next look finds one further on.
            if (saved.Error.Code == CommonErrors.VersionConflict.Code || attempt == Tries)
            {
                return saved.Error;
            }
        }
    }

    private static async Task<Result<FreeAddress>> FreeAsync(PortalDbContext context, Guid routerId, string text, CancellationToken cancellationToken)
    {
        var ranges = (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(FreeAddresses.RangeOf).ToList();
        if (ranges.Count == 0 || ranges.Contains(null))
        {
            return AddressingErrors.NotARange;
        }

        var sessions = await context.Set<SessionRecord>().AsNoTracking().Where(s => s.RouterId == routerId && s.EndedAtUtc == null && s.Address != null).Select(s => s.Address).ToListAsync(cancellationToken);
        var own = await context.Set<AddressReading>().AsNoTracking().Where(r => r.RouterId == routerId).Select(r => r.OwnAddresses).FirstOrDefaultAsync(cancellationToken);
        var always = sessions.Concat((own ?? string.Empty).Split(',').Select(a => a.Split('/')[0])).Select(Ipv4.ToNumber).OfType<long>().ToHashSet();
        foreach (var range in ranges.OfType<AddressRange>())
        {
            var (from, to) = (range.From, range.To);
            var given = await context.Set<DesiredAccessRecord>().AsNoTracking()
                .Where(w => from <= w.FixedAddressNumber && w.FixedAddressNumber <= to && w.Lifecycle != AccessLifecycle.Terminated).Select(w => w.FixedAddressNumber!.Value)
                .Union(context.Set<DesiredAccessRecord>().Where(w => from <= w.ClaimedAddress && w.ClaimedAddress <= to).Select(w => w.ClaimedAddress!.Value))
                .Union(context.Set<FoundAddress>().Where(f => from <= f.Address && f.Address <= to).Select(f => f.Address)).ToListAsync(cancellationToken);
            if (FreeAddresses.First(range, [.. given, .. always]) is { } free)
            {
                return new FreeAddress(Ipv4.ToText(free), routerId);
            }
        }

        return AddressingErrors.NothingFree(text ?? string.Empty);
    }
}
