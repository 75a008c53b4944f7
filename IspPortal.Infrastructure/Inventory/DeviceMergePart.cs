using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>Devices stay where they stand when two customers become one.</summary>
internal sealed class DeviceMergePart : ICustomerMergePart
{
    public async Task<IReadOnlyList<MergePart>> CountAsync(PortalDbContext context, Guid mergedId, CancellationToken cancellationToken) =>
        [new("devices", await context.Set<Device>().CountAsync(d => d.CustomerId == mergedId, cancellationToken))];

    public async Task MoveAsync(PortalDbContext context, Customer merged, Customer survivor, CancellationToken cancellationToken)
    {
        foreach (var device in await context.Set<Device>().Where(d => d.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            device.CustomerId = survivor.Id;
        }

        foreach (var movement in await context.Set<DeviceMovement>().Where(m => m.FromCustomerId == merged.Id || m.ToCustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            movement.FromCustomerId = movement.FromCustomerId == merged.Id ? survivor.Id : movement.FromCustomerId;
            movement.ToCustomerId = movement.ToCustomerId == merged.Id ? survivor.Id : movement.ToCustomerId;
        }
    }
}
