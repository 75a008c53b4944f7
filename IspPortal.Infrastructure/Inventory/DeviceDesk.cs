using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

internal sealed class DeviceDesk(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, DeviceSwapper swapper, TimeProvider clock) : IDeviceDesk
{
    public async Task<Result<IReadOnlyList<ReceivedDevice>>> ReceiveAsync(ReceiveDevicesRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        var to = request.To.Tidied();
        var lines = DeviceCodes.Read(request.Lines ?? []);
        var wrong = Judge(request, to, lines).ToList();
        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var isRetired = await context.Set<DeviceModel>().AsNoTracking().Where(m => m.Id == request.ModelId).Select(m => (bool?)m.IsRetired).SingleOrDefaultAsync(cancellationToken);
        if (isRetired is not false)
        {
            return isRetired is null ? InventoryErrors.ModelNotFound : InventoryErrors.ModelRetired;
        }

        var reached = await context.ReachAsync(to, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Error;
        }

        if (await TakenAsync(context, lines, cancellationToken) is { Count: > 0 } taken)
        {
            return CommonErrors.Invalid(taken);
        }

        var now = clock.UtcNow();
        var received = new List<ReceivedDevice>(lines.Count);
        foreach (var line in lines)
        {
            var device = new Device
            {
                Id = Ids.New(clock),
                ModelId = request.ModelId,
                Serial = line.Serial!,
                Mac = line.Mac,
                SearchKey = DeviceCodes.KeyOf(line.Serial!, line.Mac),
                Owner = request.Owner,
                CreatedAtUtc = now,
            };
            context.Add(device);
            context.Put(clock, device, to, reached.Value, DeviceMovementKind.Received, request.Reason);
            received.Add(new ReceivedDevice(device.Id, device.Serial, device.Mac));
        }

        var saved = await context.SaveIntoAsync(to.WarehouseId, InventoryErrors.DeviceTaken, cancellationToken);
        return saved.Succeeded ? received : saved.Error;
    }

    public async Task<Result> ChangeAsync(Guid deviceId, long version, ChangeDeviceRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        var serial = DeviceCodes.SerialOf(request.Serial);
        var mac = DeviceCodes.MacOf(request.Mac);
        var wrong = new List<FieldError>(PlainText.Judge(request));
        if (serial is null)
        {
            wrong.Add(new FieldError("serial", "inventory.not_a_serial"));
        }

        if (!string.IsNullOrWhiteSpace(request.Mac) && mac is null)
        {
            wrong.Add(new FieldError("mac", "inventory.not_a_mac"));
        }

        if (!Enum.IsDefined(request.Owner))
        {
            wrong.Add(new FieldError("owner", "common.not_allowed"));
        }

        if (request.Note?.Length > DeviceWriting.LongestText)
        {
            wrong.Add(new FieldError("note", "common.too_long", DeviceWriting.LongestText));
        }

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var device = await context.Set<Device>().SingleOrDefaultAsync(d => d.Id == deviceId, cancellationToken);
        if (device is null || device.Version != version)
        {
            return device is null ? InventoryErrors.DeviceNotFound : CommonErrors.VersionConflict;
        }

        if (!await context.Set<DeviceModel>().AnyAsync(m => m.Id == request.ModelId, cancellationToken))
        {
            return InventoryErrors.ModelNotFound;
        }

        if (await context.Set<Device>().AsNoTracking().Where(d => d.Id != deviceId && (d.Serial == serial || (mac != null && d.Mac == mac))).Select(d => d.Serial).FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            return CommonErrors.Invalid([other == serial ? new FieldError("serial", "inventory.serial_taken", serial) : new FieldError("mac", "inventory.mac_taken", mac)]);
        }

        (device.ModelId, device.Serial, device.Mac, device.Owner, device.Note) = (request.ModelId, serial!, mac, request.Owner, CustomerText.OrNull(request.Note));
        device.SearchKey = DeviceCodes.KeyOf(serial!, mac);
        return await context.TrySaveAsync(InventoryErrors.DeviceTaken, cancellationToken);
    }

    public async Task<Result> MoveAsync(Guid deviceId, long version, MoveDeviceRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryMove) is { } denied)
        {
            return denied;
        }

        var to = request.To.Tidied();
        if (DeviceMoves.Judge(to).ToList() is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid(wrong);
        }

        if (DeviceWriting.RefuseReason(request.Reason, DeviceMoves.NeedsReason(to.Place)) is { } unexplained)
        {
            return unexplained;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var device = await context.Set<Device>().SingleOrDefaultAsync(d => d.Id == deviceId, cancellationToken);
        if (device is null || device.Version != version)
        {
            return device is null ? InventoryErrors.DeviceNotFound : CommonErrors.VersionConflict;
        }

        if (DeviceMoves.Refuse(device.Spot, to, actor.Actor.Id, actor.Actor.May(InventoryPermissions.InventoryWrite)) is { } refused)
        {
            return refused;
        }

        var reached = await context.ReachAsync(to, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Error;
        }

        context.Put(clock, device, to, reached.Value, DeviceMovementKind.Moved, request.Reason);

        // Two movements of one number: somebody else moved it at this moment.
        return await context.SaveIntoAsync(to.WarehouseId, CommonErrors.VersionConflict, cancellationToken);
    }

    public Task<Result<SwappedDevices>> SwapAsync(SwapDeviceRequest request, CancellationToken cancellationToken) => swapper.SwapAsync(request, cancellationToken);

    private static IEnumerable<FieldError> Judge(ReceiveDevicesRequest request, DeviceSpot to, IReadOnlyList<DeviceLine> lines)
    {
        if (to.Place is DevicePlace.FaultyReturns or DevicePlace.Retired || (to.Place == DevicePlace.Customer && request.Owner != DeviceOwner.Customer))
        {
            yield return new FieldError("place", "common.not_allowed");
        }

        foreach (var missing in DeviceMoves.Judge(to))
        {
            yield return missing;
        }

        if (!Enum.IsDefined(request.Owner))
        {
            yield return new FieldError("owner", "common.not_allowed");
        }

        foreach (var unreadable in DeviceWriting.RefuseReason(request.Reason, isRequired: false)?.Fields ?? [])
        {
            yield return unreadable;
        }

        if (lines.Count is 0 or > ReceiveDevicesRequest.MostLines)
        {
            yield return lines.Count == 0 ? new FieldError("lines", "common.required") : new FieldError("lines", "inventory.too_many_lines", ReceiveDevicesRequest.MostLines);
            yield break;
        }

        foreach (var line in lines.Where(line => line.Wrong is not null))
        {
            yield return new FieldError($"lines[{line.Number}]", line.Wrong!, line.Text);
        }
    }

    private static async Task<List<FieldError>> TakenAsync(PortalDbContext context, IReadOnlyList<DeviceLine> lines, CancellationToken cancellationToken)
    {
        var serials = lines.Select(line => line.Serial!).ToList();
        var macs = lines.Select(line => line.Mac).OfType<string>().ToList();
        var known = await context.Set<Device>().AsNoTracking().Where(d => serials.Contains(d.Serial) || (d.Mac != null && macs.Contains(d.Mac))).Select(d => new { d.Serial, d.Mac }).ToListAsync(cancellationToken);
        var (knownSerials, knownMacs) = (known.Select(d => d.Serial).ToHashSet(StringComparer.Ordinal), known.Select(d => d.Mac).OfType<string>().ToHashSet(StringComparer.Ordinal));
        return
        [
            .. lines.Where(line => knownSerials.Contains(line.Serial!) || (line.Mac is not null && knownMacs.Contains(line.Mac)))
                .Select(line => knownSerials.Contains(line.Serial!)
                    ? new FieldError($"lines[{line.Number}]", "inventory.serial_taken", line.Serial)
                    : new FieldError($"lines[{line.Number}]", "inventory.mac_taken", line.Mac)),
        ];
    }
}
