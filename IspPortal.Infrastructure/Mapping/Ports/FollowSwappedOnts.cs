using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>The drop of a house learns the serial number of the ONT that was swapped in, so that the readings that come from now on are its own.</summary>
internal sealed class FollowSwappedOnts(IDbContextFactory<PortalDbContext> contexts, PortChanges changes) : IEventHandler<DevicesSwapped>
{
    public async Task HandleAsync(DevicesSwapped domainEvent, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await FindAsync(context, domainEvent, cancellationToken) is null)
            {
                return;
            }
        }

        var followed = await changes.RunAsync(context => FollowAsync(context, domainEvent, cancellationToken), cancellationToken);
        if (!followed.Succeeded)
        {
            // It is told again.
            throw new InvalidOperationException($"The drop did not learn of the ONT {domainEvent.NewDeviceId}: {followed.Error}");
        }
    }

    private static async Task<Result<bool>> FollowAsync(PortalDbContext context, DevicesSwapped swap, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, swap, cancellationToken) is not var (drop, serial))
        {
            return false;
        }

        // It may have been written at another house, where it was before it came back to stock.
        if (await context.Set<Drop>().SingleOrDefaultAsync(d => d.OntSerial == serial, cancellationToken) is { } former)
        {
            former.OntSerial = null;
            var left = await context.TrySaveAsync(null, cancellationToken);
            if (!left.Succeeded)
            {
                return left.Error;
            }
        }

        drop.OntSerial = serial;
        var saved = await context.TrySaveAsync(null, cancellationToken);
        return saved.Succeeded ? true : saved.Error;
    }

    /// <summary>The drop that has to learn, and what; null when there is nothing to learn any more: no ONT, not there any longer, or somebody wrote another one than the one that went out.</summary>
    private static async Task<(Drop Drop, string Serial)?> FindAsync(PortalDbContext context, DevicesSwapped swap, CancellationToken cancellationToken)
    {
        var fresh = await (
            from device in context.Set<Device>().AsNoTracking()
            join model in context.Set<DeviceModel>() on device.ModelId equals model.Id
            where device.Id == swap.NewDeviceId && device.Place == DevicePlace.Customer && device.CustomerId == swap.CustomerId && model.Kind == DeviceKind.Ont
            select new { device.Serial, device.SubscriptionId }).SingleOrDefaultAsync(cancellationToken);
        if (fresh is null)
        {
            return null;
        }

        var old = await context.Set<Device>().AsNoTracking().Where(d => d.Id == swap.OldDeviceId).Select(d => d.Serial).SingleOrDefaultAsync(cancellationToken);
        var drop = await (
            from subscription in context.Set<Subscription>()
            join line in context.Set<DropLine>() on subscription.AccessId equals line.AccessId
            join its in context.Set<Drop>() on line.DropId equals its.Id
            where subscription.Id == fresh.SubscriptionId
            select its).SingleOrDefaultAsync(cancellationToken);
        drop ??= old is null ? null : await context.Set<Drop>().SingleOrDefaultAsync(d => d.OntSerial == old, cancellationToken);
        return drop is null || drop.OntSerial == fresh.Serial || (old is not null && drop.OntSerial is not null && drop.OntSerial != old) ? null : (drop, fresh.Serial);
    }
}
