using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>What the inventory holds about a person: which devices are and were there. The devices stay; what people wrote about it goes.</summary>
internal sealed class DeviceDataPart : ICustomerDataPart
{
    public string Name => "devices";

    public async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        // Devices stay through a name transfer; what was written about a former owner is not for the present one.
        var since = (await OwnedSpan.OfPresentAsync(context, customerId, cancellationToken)).FromUtc;
        var held = await (
            from movement in context.Set<DeviceMovement>().AsNoTracking()
            join device in context.Set<Device>() on movement.DeviceId equals device.Id
            where movement.FromCustomerId == customerId || movement.ToCustomerId == customerId
            orderby movement.AtUtc
            select new { movement.AtUtc, movement.Kind, device.Serial, device.Mac, device.Owner, movement.FromPlace, movement.ToPlace, Reason = since == null || movement.AtUtc > since ? movement.Reason : null }).ToListAsync(cancellationToken);
        return held.Count == 0 ? null : held;
    }

    public async Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        // Also of devices that have left: what was noted there stayed with them.
        var been = context.Set<DeviceMovement>().Where(m => m.FromCustomerId == customerId || m.ToCustomerId == customerId).Select(m => m.DeviceId);
        foreach (var device in await context.Set<Device>().Where(d => d.Note != null && (d.CustomerId == customerId || been.Contains(d.Id))).ToListAsync(cancellationToken))
        {
            device.Note = null;
        }

        foreach (var movement in await context.Set<DeviceMovement>().Where(m => m.FromCustomerId == customerId || m.ToCustomerId == customerId).ToListAsync(cancellationToken))
        {
            movement.Reason = null;
        }
    }

    public async Task EraseFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken)
    {
        var (from, until) = await OwnedSpan.OfFormerAsync(context, owner, cancellationToken);
        var movements = context.Set<DeviceMovement>().Where(m => (m.FromCustomerId == owner.CustomerId || m.ToCustomerId == owner.CustomerId) && m.AtUtc <= until && (from == null || m.AtUtc > from));
        foreach (var movement in await movements.ToListAsync(cancellationToken))
        {
            movement.Reason = null;
        }
    }
}
