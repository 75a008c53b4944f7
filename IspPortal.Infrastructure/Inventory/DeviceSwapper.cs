using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>
/// Swaps a device at a customer: both movements, the line's binding, its history, what its router has to be told and the event in one save. The router itself is told afterwards, as after
/// any change of a subscription.
/// </summary>
internal sealed class DeviceSwapper(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, SubscriptionWriting writing)
{
    public async Task<Result<SwappedDevices>> SwapAsync(SwapDeviceRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventorySwap) is { } denied)
        {
            return denied;
        }

        if (Judge(request).ToList() is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pair = await PairAsync(context, request, cancellationToken);
        if (!pair.Succeeded)
        {
            return pair.Error;
        }

        var (old, fresh) = pair.Value;
        var to = DeviceSpot.AtCustomer(request.CustomerId, request.SubscriptionId ?? old?.SubscriptionId ?? await LineOfAsync(context, request.CustomerId, old, cancellationToken));
        var reached = await context.ReachAsync(to, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Error;
        }

        if (await LearnMacAsync(context, fresh, request.NewMac, cancellationToken) is { } unlearned)
        {
            return unlearned;
        }

        var bound = await BindAsync(context, to.SubscriptionId, old?.Mac, fresh, request, cancellationToken);
        if (!bound.Succeeded)
        {
            return bound.Error;
        }

        if (old is not null)
        {
            context.Put(writing.Clock, old, DeviceSpot.Faulty, null, DeviceMovementKind.SwappedOut, request.Reason);
        }

        context.Put(writing.Clock, fresh, to, null, DeviceMovementKind.SwappedIn, request.Reason);
        context.AddEvent(new DevicesSwapped(fresh.Id, old?.Id, request.CustomerId, to.SubscriptionId));
        var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        return saved.Succeeded ? new SwappedDevices(fresh.Id, old?.Id, to.SubscriptionId, bound.Value) : saved.Error;
    }

    private static IEnumerable<FieldError> Judge(SwapDeviceRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.NewDevice))
        {
            yield return new FieldError("newDevice", "common.required");
        }
        else if (DeviceCodes.SerialOf(request.NewDevice) is null && DeviceCodes.MacOf(request.NewDevice) is null)
        {
            yield return new FieldError("newDevice", "inventory.not_a_serial");
        }

        if (!string.IsNullOrWhiteSpace(request.NewMac) && DeviceCodes.MacOf(request.NewMac) is null)
        {
            yield return new FieldError("newMac", "inventory.not_a_mac");
        }

        foreach (var field in DeviceWriting.RefuseReason(request.Reason, isRequired: true)?.Fields ?? [])
        {
            yield return field;
        }
    }

    private async Task<Result<(Device? Old, Device New)>> PairAsync(PortalDbContext context, SwapDeviceRequest request, CancellationToken cancellationToken)
    {
        var fresh = await DeviceDirectory.WithCode(context, request.NewDevice).AsTracking().FirstOrDefaultAsync(cancellationToken);
        if (fresh is null)
        {
            return CommonErrors.Invalid([new FieldError("newDevice", "inventory.device_not_found")]);
        }

        Device? old = null;
        if (request.OldDeviceId is { } oldId)
        {
            old = await context.Set<Device>().SingleOrDefaultAsync(d => d.Id == oldId, cancellationToken);
            if (old is null)
            {
                return InventoryErrors.DeviceNotFound;
            }

            if (old.Place != DevicePlace.Customer || old.CustomerId != request.CustomerId)
            {
                return InventoryErrors.NotAtCustomer(old.Serial);
            }
        }

        return DeviceMoves.IsAvailable(fresh.Spot, actor.Actor.Id, actor.Actor.May(InventoryPermissions.InventoryWrite)) ? (old, fresh) : InventoryErrors.NotAvailable(fresh.Serial);
    }

    /// <summary>The customer's line that is bound to the device that goes out: nobody may have said which one it serves.</summary>
    private static async Task<Guid?> LineOfAsync(PortalDbContext context, Guid customerId, Device? old, CancellationToken cancellationToken) => old?.Mac is not { } mac ? null : await (
        from line in context.Set<Subscription>().AsNoTracking()
        join wanted in context.Set<DesiredAccessRecord>() on line.AccessId equals wanted.AccessId
        where line.CustomerId == customerId && line.Status != SubscriptionStatus.Terminated && wanted.CallerId == mac
        orderby line.Number
        select (Guid?)line.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Takes over what stands on the label when the inventory did not know it.</summary>
    private static async Task<Error?> LearnMacAsync(PortalDbContext context, Device device, string? label, CancellationToken cancellationToken)
    {
        if (DeviceCodes.MacOf(label) is not { } mac || mac == device.Mac)
        {
            return null;
        }

        if (device.Mac is not null)
        {
            return CommonErrors.Invalid([new FieldError("newMac", "inventory.other_mac", device.Mac)]);
        }

        if (await context.Set<Device>().AnyAsync(d => d.Mac == mac, cancellationToken))
        {
            return CommonErrors.Invalid([new FieldError("newMac", "inventory.mac_taken", mac)]);
        }

        (device.Mac, device.SearchKey) = (mac, DeviceCodes.KeyOf(device.Serial, mac));
        return null;
    }

    /// <summary>Binds a bound line to the new device; gives the MAC address, or null when the binding was left as it was.</summary>
    private async Task<Result<string?>> BindAsync(PortalDbContext context, Guid? subscriptionId, string? oldMac, Device device, SwapDeviceRequest request, CancellationToken cancellationToken)
    {
        if (subscriptionId is not { } id || request.KeepBinding == true)
        {
            return default(string);
        }

        var work = await SubscriptionWork.LoadAsync(context, id, await writing.TodayAsync(cancellationToken), await writing.SettingsAsync(cancellationToken), writing.Clock, cancellationToken);
        if (work is null)
        {
            return SubscriptionsErrors.NotFound;
        }

        // Null is the router's own business, empty lets any device in; a static line is not dialled.
        var before = work.Wanted.CallerId;
        if (string.IsNullOrEmpty(before) || work.Wanted.Service == AccessService.Static)
        {
            return default(string);
        }

        // Another device than the one that goes out dials this line: bound to the new one it would be cut off.
        if (request.KeepBinding is null && oldMac is not null && oldMac != before)
        {
            return default(string);
        }

        if (device.Mac is not { } mac)
        {
            return CommonErrors.Invalid([new FieldError("newMac", "inventory.mac_needed")]);
        }

        if (mac == before)
        {
            return mac;
        }

        work.Wanted.CallerId = mac;
        work.Note(SubscriptionHistoryKind.BindingChanged, request.Reason, null, before, mac);
        work.WantLine("ONT swapped");
        return await work.FinishAsync(request.Reason, cancellationToken) is { } refused ? refused : mac;
    }
}
