using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>What every writer of the inventory does alike.</summary>
internal static class DeviceWriting
{
    public const int LongestText = 500;
    public const int LongestName = 60;
    public const int LongestAddress = 200;

    /// <summary>Roles whose people may have devices in a van.</summary>
    public static IReadOnlyList<string> HolderRoles { get; } = [.. PortalRoles.All.Where(role => RolePermissions.Of(role).Contains(InventoryPermissions.InventoryMove))];

    /// <summary>People who may have devices in a van.</summary>
    public static IQueryable<PortalUser> Holders(this PortalDbContext context) => context.Users.AsNoTracking().Where(user => user.IsActive && user.Roles.Any(role => HolderRoles.Contains(role.Role)));

    /// <summary>Puts a device somewhere and says so in a movement; saved together or not at all.</summary>
    public static void Put(this PortalDbContext context, TimeProvider clock, Device device, DeviceSpot to, string? holderName, DeviceMovementKind kind, string? reason)
    {
        var now = clock.UtcNow();
        var isNew = kind == DeviceMovementKind.Received;
        context.Add(new DeviceMovement
        {
            Id = Ids.New(clock),
            DeviceId = device.Id,
            Number = ++device.Movements,
            AtUtc = now,
            Kind = kind,
            FromPlace = isNew ? null : device.Place,
            FromWarehouseId = isNew ? null : device.WarehouseId,
            FromHolderId = isNew ? null : device.HolderId,
            FromHolderName = isNew ? null : device.HolderName,
            FromCustomerId = isNew ? null : device.CustomerId,
            FromSubscriptionId = isNew ? null : device.SubscriptionId,
            ToPlace = to.Place,
            ToWarehouseId = to.WarehouseId,
            ToHolderId = to.HolderId,
            ToHolderName = holderName,
            ToCustomerId = to.CustomerId,
            ToSubscriptionId = to.SubscriptionId,
            Reason = CustomerText.OrNull(reason),
            ActorName = context.Actor.Name,
        });
        (device.Place, device.WarehouseId, device.HolderId, device.HolderName) = (to.Place, to.WarehouseId, to.HolderId, holderName);
        (device.CustomerId, device.SubscriptionId, device.PlacedAtUtc) = (to.CustomerId, to.SubscriptionId, now);
    }

    /// <summary>Whether something may be put there, and as whose van.</summary>
    public static async Task<Result<string?>> ReachAsync(this PortalDbContext context, DeviceSpot to, CancellationToken cancellationToken)
    {
        if (to.WarehouseId is { } warehouseId)
        {
            var isClosed = await context.Set<Warehouse>().AsNoTracking().Where(w => w.Id == warehouseId).Select(w => (bool?)w.IsClosed).SingleOrDefaultAsync(cancellationToken);
            return isClosed is null ? InventoryErrors.WarehouseNotFound : isClosed == true ? InventoryErrors.WarehouseClosed : default(string);
        }

        if (to.HolderId is { } holderId)
        {
            return await context.Holders().Where(user => user.Id == holderId).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken) is { } name ? name : InventoryErrors.HolderNotFound;
        }

        return to.CustomerId is { } customerId && await RefuseCustomerAsync(context, customerId, to.SubscriptionId, cancellationToken) is { } refused ? refused : default(string);
    }

    /// <summary>Saves what was put into a warehouse, or anywhere else when it is null. Whoever closes the warehouse at this moment waits, or is waited for: nothing comes into a closed one.</summary>
    public static async Task<Result> SaveIntoAsync(this PortalDbContext context, Guid? warehouseId, Error taken, CancellationToken cancellationToken)
    {
        if (warehouseId is not { } id)
        {
            return await context.TrySaveAsync(taken, cancellationToken);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await context.HoldOpenAsync(id, cancellationToken))
        {
            return InventoryErrors.WarehouseClosed;
        }

        var saved = await context.TrySaveAsync(taken, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Keeps the row of a warehouse from everybody else who asks for it here until the transaction ends, without a change to it; false when it is closed.</summary>
    public static async Task<bool> HoldOpenAsync(this PortalDbContext context, Guid warehouseId, CancellationToken cancellationToken) =>
        await context.Set<Warehouse>().Where(w => w.Id == warehouseId && !w.IsClosed).ExecuteUpdateAsync(set => set.SetProperty(w => w.IsClosed, false), cancellationToken) > 0;

    /// <summary>What is wrong with a reason, or null.</summary>
    public static Error? RefuseReason(string? reason, bool isRequired) =>
        isRequired && string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")])
        : reason?.Length > LongestText ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestText)])
        : PlainText.Refuse(reason);

    private static async Task<Error?> RefuseCustomerAsync(PortalDbContext context, Guid customerId, Guid? subscriptionId, CancellationToken cancellationToken)
    {
        var customer = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == customerId).Select(c => new { c.RemovedAtUtc }).SingleOrDefaultAsync(cancellationToken);
        if (customer is null || customer.RemovedAtUtc is not null)
        {
            return customer is null ? CustomersErrors.NotFound : CustomersErrors.Removed;
        }

        if (subscriptionId is not { } id)
        {
            return null;
        }

        var line = await context.Set<Subscription>().AsNoTracking().Where(s => s.Id == id).Select(s => new { s.CustomerId, s.Status }).SingleOrDefaultAsync(cancellationToken);
        return line is null ? SubscriptionsErrors.NotFound
            : line.CustomerId != customerId ? InventoryErrors.OtherCustomersLine
            : SubscriptionStatusRule.LifecycleOf(line.Status) == AccessLifecycle.Terminated ? SubscriptionsErrors.WrongStatus(line.Status)
            : null;
    }
}
