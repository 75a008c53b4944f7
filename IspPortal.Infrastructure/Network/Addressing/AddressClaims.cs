using System.Data.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>
/// Which line an address belongs to. Who gives an address claims it in the same save, and a unique index refuses the second. Lines that were taken over as they
/// were, perhaps two with one address, come without a claim; what is free of theirs is claimed later.
/// </summary>
internal static class AddressClaims
{
    private const int Batch = 500;

    /// <summary>The other line of the portal that has the address or is to get it, or null.</summary>
    public static Task<string?> HolderAsync(PortalDbContext context, long address, Guid? except, CancellationToken cancellationToken) => context.Set<DesiredAccessRecord>().AsNoTracking()
        .Where(w => (w.FixedAddressNumber == address || w.ClaimedAddress == address) && w.Lifecycle != AccessLifecycle.Terminated && w.AccessId != except)
        .OrderBy(w => w.CreatedAtUtc).Select(w => w.Username).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Claims the line's address before it is saved; an error when another line has it. One that the line had before is left to it, claimed or not.</summary>
    public static async Task<Error?> ClaimAsync(PortalDbContext context, DesiredAccessRecord wanted, long? before, CancellationToken cancellationToken)
    {
        if (wanted.FixedAddressNumber is not { } address || wanted.ClaimedAddress == address)
        {
            return null;
        }

        if (await HolderAsync(context, address, wanted.AccessId, cancellationToken) is not { } holder)
        {
            wanted.ClaimedAddress = address;
            return null;
        }

        return address == before ? null : AddressingErrors.AddressGiven(Ipv4.ToText(address), holder);
    }

    /// <summary>Holds an address for a line that is to get it later, before it is saved; an error when another line has it.</summary>
    public static async Task<Error?> ReserveAsync(PortalDbContext context, DesiredAccessRecord wanted, long address, CancellationToken cancellationToken)
    {
        if (await HolderAsync(context, address, wanted.AccessId, cancellationToken) is { } holder)
        {
            return AddressingErrors.AddressGiven(Ipv4.ToText(address), holder);
        }

        wanted.ClaimedAddress = address;
        return null;
    }

    /// <summary>What a save that met a unique index means: another line was faster with the address, or it was something else.</summary>
    public static async Task<Error> MeaningAsync(PortalDbContext context, DesiredAccessRecord wanted, Error otherwise, CancellationToken cancellationToken) =>
        wanted.ClaimedAddress is { } address && await HolderAsync(context, address, wanted.AccessId, cancellationToken) is { } holder
            ? AddressingErrors.AddressGiven(Ipv4.ToText(address), holder)
            : otherwise;

    /// <summary>Claims for lines without a claim what nobody else has.</summary>
    public static async Task ClaimFreeAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var lines = context.Set<DesiredAccessRecord>();
        var open = await lines.AsNoTracking()
            .Where(w => w.FixedAddressNumber != null && w.ClaimedAddress == null && w.Lifecycle != AccessLifecycle.Terminated)
            .Where(w => !lines.Any(o => o.ClaimedAddress == w.FixedAddressNumber))
            .OrderBy(w => w.CreatedAtUtc).ThenBy(w => w.AccessId).Select(w => new { w.AccessId, w.FixedAddressNumber }).ToListAsync(cancellationToken);
        foreach (var batch in open.DistinctBy(o => o.FixedAddressNumber).Select(o => o.AccessId).Chunk(Batch).Select(b => b.ToList()))
        {
            try
            {
                await lines.Where(w => batch.Contains(w.AccessId) && w.FixedAddressNumber != null && w.ClaimedAddress == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(w => w.ClaimedAddress, w => w.FixedAddressNumber), cancellationToken);
            }
            catch (DbException exception) when (exception.IsUniqueViolation())
            {
                // Somebody gave one of these away meanwhile; the next time sees it.
            }
        }
    }
}
