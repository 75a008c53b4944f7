using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

internal sealed class PortDesk(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PortChanges changes, DropConnector drops, PlantAtlas atlas, ISettingsReader<OpticalSettings> settings, TimeProvider clock) : IPortDesk
{
    private const int MostOffers = 50;

    public async Task<Result<IReadOnlyList<PortRow>>> ListAsync(Guid odpId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var odp = await context.OdpAsync(odpId, cancellationToken);
        return odp.Succeeded ? Result.Of<IReadOnlyList<PortRow>>(await PortReading.RowsAsync(context, odp.Value, clock.UtcNow(), cancellationToken)) : odp.Error;
    }

    public async Task<Result> CorrectAsync(Guid odpId, int number, long version, CorrectPortRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        List<FieldError> wrong = [.. PlainText.Judge(request), .. PortWriting.JudgeNote(request.Note)];
        if (request.State is not (OdpPortState.Free or OdpPortState.Broken or OdpPortState.Unknown))
        {
            wrong.Add(new FieldError("state", "common.not_allowed"));
        }

        return wrong.Count > 0
            ? CommonErrors.Invalid(wrong)
            : (await changes.RunAsync(context => CorrectAsync(context, odpId, number, version, request, cancellationToken), cancellationToken)).WithoutValue();
    }

    public async Task<Result<int>> ReserveAsync(Guid odpId, ReservePortRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        List<FieldError> wrong = [.. PlainText.Judge(request), .. PortWriting.JudgeNote(request.Note)];
        if (request.For == Guid.Empty)
        {
            wrong.Add(new FieldError("for", "common.required"));
        }

        if (request.UntilUtc <= clock.UtcNow())
        {
            wrong.Add(new FieldError("untilUtc", "common.not_allowed"));
        }

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        var until = request.UntilUtc ?? clock.UtcNow().AddDays((await settings.GetAsync(cancellationToken)).KeepPortDays);
        return await changes.RunAsync(context => ReserveAsync(context, odpId, request, until, cancellationToken), cancellationToken);
    }

    public async Task<Result> ReleaseAsync(Guid odpId, int number, CancellationToken cancellationToken) => actor.Deny(MappingPermissions.PortsWrite) is { } denied
        ? denied
        : (await changes.RunAsync(
            async context =>
            {
                if (await context.Set<OdpPort>().SingleOrDefaultAsync(p => p.OdpId == odpId && p.Number == number && p.State == OdpPortState.Reserved, cancellationToken) is not { } port)
                {
                    return MappingErrors.PortNotReserved(number);
                }

                context.Remove(port);
                return await SaveAsync(context, number, cancellationToken);
            },
            cancellationToken)).WithoutValue();

    public async Task<Result<KeptPort?>> FindKeptAsync(Guid keptFor, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from port in context.Set<OdpPort>().AsNoTracking()
            join odp in context.Set<PlantNode>() on port.OdpId equals odp.Id
            where port.ReservedFor == keptFor && port.State == OdpPortState.Reserved && (port.ReservedUntilUtc == null || port.ReservedUntilUtc > now)
            orderby port.OdpId, port.Number
            select new KeptPort(odp.Id, odp.Name, port.Number, port.ReservedUntilUtc)).FirstOrDefaultAsync(cancellationToken);
    }

    public Task<Result<ConnectedDrop>> ConnectAsync(Guid dropId, ConnectDropRequest request, CancellationToken cancellationToken) => drops.ConnectAsync(dropId, request, cancellationToken);

    public Task<Result<ConnectedDrop>> MoveAsync(Guid dropId, long version, MoveDropRequest request, CancellationToken cancellationToken) => drops.MoveAsync(dropId, version, request, cancellationToken);

    public Task<Result> DisconnectAsync(Guid dropId, long version, CancellationToken cancellationToken) => drops.DisconnectAsync(dropId, version, cancellationToken);

    public async Task<Result<IReadOnlyList<OdpOffer>>> NearestAsync(GeoPoint house, int most, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        if (!house.IsOnEarth)
        {
            return CommonErrors.Invalid([new FieldError("latitude", "common.out_of_range", -90, 90)]);
        }

        var finder = new OdpFinder(await atlas.GetAsync(cancellationToken), await settings.GetAsync(cancellationToken), clock.UtcNow());
        return Result.Of(finder.Find(house, Math.Clamp(most, 1, MostOffers)));
    }

    private async Task<Result<int>> CorrectAsync(PortalDbContext context, Guid odpId, int number, long version, CorrectPortRequest request, CancellationToken cancellationToken)
    {
        var odp = await context.OdpAsync(odpId, cancellationToken);
        if (!odp.Succeeded || number < 1 || number > odp.Value.Ports)
        {
            return odp.Error ?? MappingErrors.PortNotFound(number);
        }

        var ports = await context.PortsAsync(odpId, cancellationToken);
        var port = ports.SingleOrDefault(p => p.Number == number);
        if ((port?.Version ?? 0) != version)
        {
            return CommonErrors.VersionConflict;
        }

        switch (PortStock.StateOf(port, clock.UtcNow()))
        {
            case OdpPortState.Used:
                return MappingErrors.PortInUse(number);
            case OdpPortState.Reserved:
                return MappingErrors.PortReserved(number);
        }

        if (request.State != OdpPortState.Free)
        {
            context.Put(ports, odpId, number, request.State, clock, request.Note);
        }
        else if (port is not null)
        {
            context.Remove(port);
        }

        return await SaveAsync(context, number, cancellationToken);
    }

    private async Task<Result<int>> ReserveAsync(PortalDbContext context, Guid odpId, ReservePortRequest request, DateTime until, CancellationToken cancellationToken)
    {
        var odp = await context.OdpAsync(odpId, cancellationToken);
        if (!odp.Succeeded)
        {
            return odp.Error;
        }

        var ports = await context.PortsAsync(odpId, cancellationToken);
        var chosen = PortWriting.Choose(odp.Value, ports, request.Number, [request.For], mayBeUnknown: false, clock.UtcNow());
        if (!chosen.Succeeded)
        {
            return chosen;
        }

        var port = context.Put(ports, odpId, chosen.Value, OdpPortState.Reserved, clock, request.Note);
        (port.ReservedFor, port.ReservedUntilUtc) = (request.For, until);
        await context.ReleaseOthersAsync([request.For], odpId, chosen.Value, cancellationToken);
        return await SaveAsync(context, chosen.Value, cancellationToken);
    }

    private static async Task<Result<int>> SaveAsync(PortalDbContext context, int number, CancellationToken cancellationToken) =>
        await context.TrySaveAsync(MappingErrors.PortTaken(number), cancellationToken) is { Succeeded: false, Error: { } error } ? error : number;
}
