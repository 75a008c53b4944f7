using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>Puts drops on ports and takes them away.</summary>
internal sealed class DropConnector(ICurrentActor actor, PortChanges changes, TimeProvider clock)
{
    public async Task<Result<ConnectedDrop>> ConnectAsync(Guid dropId, ConnectDropRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        var serial = DeviceCodes.SerialOf(request.OntSerial);
        var wrong = Judge(dropId, request).ToList();
        return wrong.Count > 0
            ? CommonErrors.Invalid(wrong)
            : await changes.RunAsync(context => ConnectAsync(context, dropId, request, serial, cancellationToken), cancellationToken);
    }

    public async Task<Result<ConnectedDrop>> MoveAsync(Guid dropId, long version, MoveDropRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        var wrong = request.Details is { } details ? PlainText.Judge(details).Concat(Judge(details.Latitude, details.Longitude, details.OntSerial, details.MeasuredMetres)).ToList() : [];
        return wrong.Count > 0
            ? CommonErrors.Invalid(wrong)
            : await changes.RunAsync(context => MoveAsync(context, dropId, version, request, cancellationToken), cancellationToken);
    }

    public async Task<Result> DisconnectAsync(Guid dropId, long version, CancellationToken cancellationToken) => actor.Deny(MappingPermissions.PortsWrite) is { } denied
        ? denied
        : (await changes.RunAsync(
            async context =>
            {
                var drop = await FindAsync(context, dropId, version, cancellationToken);
                if (!drop.Succeeded)
                {
                    return drop;
                }

                context.RemoveRange(await context.Set<DropLine>().Where(l => l.DropId == dropId).ToListAsync(cancellationToken));
                context.RemoveRange(await context.Set<OdpPort>().Where(p => p.DropId == dropId).ToListAsync(cancellationToken));
                context.Remove(drop.Value);
                return await SavedAsync(context, drop.Value, drop.Value.Port, cancellationToken);
            },
            cancellationToken)).WithoutValue();

    private async Task<Result<ConnectedDrop>> ConnectAsync(PortalDbContext context, Guid dropId, ConnectDropRequest request, string? serial, CancellationToken cancellationToken)
    {
        if (await context.Set<Drop>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == dropId, cancellationToken) is { } known)
        {
            return new ConnectedDrop(dropId, known.OdpId, known.Port);
        }

        var odp = await context.OdpAsync(request.OdpId, cancellationToken);
        if (!odp.Succeeded)
        {
            return odp.Error;
        }

        List<Guid> accesses = [.. request.Accesses.Distinct()];
        if (await RefuseAsync(context, accesses, serial, cancellationToken) is { } refused)
        {
            return refused;
        }

        var theirs = await context.Set<Subscription>().AsNoTracking().Where(s => accesses.Contains(s.AccessId)).Select(s => s.Id).ToListAsync(cancellationToken);
        var ports = await context.PortsAsync(request.OdpId, cancellationToken);
        var chosen = PortWriting.Choose(odp.Value, ports, request.Number, theirs, mayBeUnknown: true, clock.UtcNow());
        if (!chosen.Succeeded)
        {
            return chosen.Error;
        }

        var drop = new Drop
        {
            Id = dropId,
            OdpId = request.OdpId,
            Port = chosen.Value,
            Latitude = request.Latitude,
            Longitude = request.Longitude,
            MeasuredMetres = request.MeasuredMetres,
            OntSerial = serial,
            CreatedAtUtc = clock.UtcNow(),
        };
        context.Add(drop);
        context.AddRange(accesses.Select(access => new DropLine { AccessId = access, DropId = dropId }));
        context.Put(ports, request.OdpId, chosen.Value, OdpPortState.Used, clock).DropId = dropId;
        await context.ReleaseOthersAsync(theirs, request.OdpId, chosen.Value, cancellationToken);
        var saved = await SavedAsync(context, drop, chosen.Value, cancellationToken);
        return saved.Succeeded ? new ConnectedDrop(dropId, request.OdpId, chosen.Value) : saved.Error;
    }

    private async Task<Result<ConnectedDrop>> MoveAsync(PortalDbContext context, Guid dropId, long version, MoveDropRequest request, CancellationToken cancellationToken)
    {
        var (odpId, number) = (request.OdpId, request.Number);
        var found = await FindAsync(context, dropId, version, cancellationToken);
        var odp = await context.OdpAsync(odpId, cancellationToken);
        if (!found.Succeeded || !odp.Succeeded)
        {
            return (found.Error ?? odp.Error)!;
        }

        var drop = found.Value;
        if (request.Details is { } details)
        {
            var serial = DeviceCodes.SerialOf(details.OntSerial);
            if (serial is not null && await context.Set<Drop>().AnyAsync(d => d.OntSerial == serial && d.Id != dropId, cancellationToken))
            {
                return MappingErrors.OntTaken(serial);
            }

            (drop.Latitude, drop.Longitude, drop.OntSerial, drop.MeasuredMetres) = (details.Latitude, details.Longitude, serial, details.MeasuredMetres);
        }

        if (drop.OdpId == odpId && (number ?? drop.Port) == drop.Port)
        {
            var kept = await SavedAsync(context, drop, drop.Port, cancellationToken);
            return kept.Succeeded ? new ConnectedDrop(dropId, odpId, drop.Port) : kept.Error;
        }

        var theirs = await (
            from line in context.Set<DropLine>().AsNoTracking()
            join subscription in context.Set<Subscription>() on line.AccessId equals subscription.AccessId
            where line.DropId == dropId
            select subscription.Id).ToListAsync(cancellationToken);
        var ports = await context.PortsAsync(odpId, cancellationToken);
        var chosen = PortWriting.Choose(odp.Value, ports, number, theirs, mayBeUnknown: true, clock.UtcNow());
        if (!chosen.Succeeded)
        {
            return chosen.Error;
        }

        // A drop is on one port at a time: it leaves the old one first.
        context.RemoveRange(await context.Set<OdpPort>().Where(p => p.DropId == dropId).ToListAsync(cancellationToken));
        var left = await SavedAsync(context, drop, chosen.Value, cancellationToken);
        if (!left.Succeeded)
        {
            return left.Error;
        }

        (drop.OdpId, drop.Port) = (odpId, chosen.Value);
        context.Put(ports, odpId, chosen.Value, OdpPortState.Used, clock).DropId = dropId;
        await context.ReleaseOthersAsync(theirs, odpId, chosen.Value, cancellationToken);
        var saved = await SavedAsync(context, drop, chosen.Value, cancellationToken);
        return saved.Succeeded ? new ConnectedDrop(dropId, odpId, chosen.Value) : saved.Error;
    }

    private static IEnumerable<FieldError> Judge(Guid dropId, ConnectDropRequest request)
    {
        foreach (var unreadable in PlainText.Judge(request))
        {
            yield return unreadable;
        }

        if (dropId == Guid.Empty)
        {
            yield return new FieldError("id", "common.required");
        }

        if (request.Accesses is null or { Count: 0 })
        {
            yield return new FieldError("accesses", "common.required");
        }
        else if (request.Accesses.Count > ConnectDropRequest.MostLines)
        {
            yield return new FieldError("accesses", "mapping.too_many_lines", ConnectDropRequest.MostLines);
        }

        foreach (var wrong in Judge(request.Latitude, request.Longitude, request.OntSerial, request.MeasuredMetres))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<FieldError> Judge(double latitude, double longitude, string? ontSerial, double? measuredMetres)
    {
        if (!new GeoPoint(latitude, longitude).IsOnEarth)
        {
            yield return new FieldError("latitude", "common.out_of_range", -90, 90);
        }

        if (!string.IsNullOrWhiteSpace(ontSerial) && DeviceCodes.SerialOf(ontSerial) is null)
        {
            yield return new FieldError("ontSerial", "inventory.not_a_serial");
        }

        if (measuredMetres is { } metres && metres is not (>= 0 and <= ConnectDropRequest.MostMetres))
        {
            yield return new FieldError("measuredMetres", "common.out_of_range", 0, ConnectDropRequest.MostMetres);
        }
    }

    private static async Task<Error?> RefuseAsync(PortalDbContext context, List<Guid> accesses, string? serial, CancellationToken cancellationToken)
    {
        var found = await context.Set<AccessAccount>().AsNoTracking().Where(a => accesses.Contains(a.Id))
            .Select(a => new { a.Username, IsConnected = context.Set<DropLine>().Any(l => l.AccessId == a.Id) }).ToListAsync(cancellationToken);
        return found.Count < accesses.Count ? NetworkErrors.AccessNotFound
            : found.FirstOrDefault(a => a.IsConnected) is { } connected ? MappingErrors.LineConnected(connected.Username)
            : serial is not null && await context.Set<Drop>().AnyAsync(d => d.OntSerial == serial, cancellationToken) ? MappingErrors.OntTaken(serial)
            : null;
    }

    private static async Task<Result<Drop>> FindAsync(PortalDbContext context, Guid dropId, long version, CancellationToken cancellationToken)
    {
        var drop = await context.Set<Drop>().SingleOrDefaultAsync(d => d.Id == dropId, cancellationToken);
        return drop is null ? MappingErrors.DropNotFound : drop.Version != version ? CommonErrors.VersionConflict : drop;
    }

    private static async Task<Result<Drop>> SavedAsync(PortalDbContext context, Drop drop, int number, CancellationToken cancellationToken) =>
        await context.TrySaveAsync(MappingErrors.PortTaken(number), cancellationToken) is { Succeeded: false, Error: { } error } ? error : drop;
}
