using IspPortal.Core.Customers;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>
/// What the plant holds about a person: where the house is that a line's drop ends at. The drop is fibre and stays, as long as it is; its place becomes that of its ODP. A house that somebody else's line still goes to is theirs, too.
/// </summary>
internal sealed class DropDataPart : ICustomerDataPart
{
    public string Name => "drops";

    public async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        await ReadAsync(context, await LinesOfAsync(context, customerId, await OwnedSpan.OfPresentAsync(context, customerId, cancellationToken), cancellationToken), cancellationToken);

    public async Task<object?> ReadFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        await ReadAsync(context, await LinesOfAsync(context, owner.CustomerId, await OwnedSpan.OfFormerAsync(context, owner, cancellationToken), cancellationToken), cancellationToken);

    public async Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        await EraseAsync(context, await context.Set<Subscription>().Where(s => s.CustomerId == customerId).Select(s => s.AccessId).ToListAsync(cancellationToken), cancellationToken);

    public async Task EraseFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        await EraseAsync(context, await LinesOfAsync(context, owner.CustomerId, await OwnedSpan.OfFormerAsync(context, owner, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>The lines that are this owner's to know of: those that run are the present one's, those that ended are whose they were then.</summary>
    private static async Task<List<Guid>> LinesOfAsync(PortalDbContext context, Guid customerId, OwnedSpan span, CancellationToken cancellationToken)
    {
        var lines = await context.Set<Subscription>().AsNoTracking().Where(s => s.CustomerId == customerId).Select(s => new { s.AccessId, s.TerminatedAtUtc }).ToListAsync(cancellationToken);
        return [.. lines.Where(l => l.TerminatedAtUtc is { } ended ? span.Holds(ended) : span.UntilUtc is null).Select(l => l.AccessId)];
    }

    private static async Task<object?> ReadAsync(PortalDbContext context, List<Guid> accesses, CancellationToken cancellationToken)
    {
        var held = await (
            from line in context.Set<DropLine>().AsNoTracking()
            join drop in context.Set<Drop>() on line.DropId equals drop.Id
            join odp in context.Set<PlantNode>() on drop.OdpId equals odp.Id
            join subscription in context.Set<Subscription>() on line.AccessId equals subscription.AccessId
            where accesses.Contains(line.AccessId)
            orderby subscription.Number
            select new { subscription.Number, Odp = odp.Name, drop.Port, drop.Latitude, drop.Longitude, drop.MeasuredMetres, drop.OntSerial }).ToListAsync(cancellationToken);
        return held.Count == 0 ? null : held;
    }

    private static async Task EraseAsync(PortalDbContext context, List<Guid> accesses, CancellationToken cancellationToken)
    {
        var ids = await context.Set<DropLine>().AsNoTracking().Where(l => accesses.Contains(l.AccessId)).Select(l => l.DropId).Distinct().ToListAsync(cancellationToken);
        var others = await context.Set<DropLine>().AsNoTracking()
            .Where(l => ids.Contains(l.DropId) && !accesses.Contains(l.AccessId) && !context.Set<Subscription>().Any(s => s.AccessId == l.AccessId && s.Status == SubscriptionStatus.Terminated))
            .Select(l => l.DropId).Distinct().ToListAsync(cancellationToken);
        List<Guid> alone = [.. ids.Except(others)];
        if (alone.Count == 0)
        {
            return;
        }

        // Before the drops are read: changes of the plant come one after the other.
        await context.CountRevisionAsync(cancellationToken);
        var drops = await context.Set<Drop>().Where(d => alone.Contains(d.Id)).ToListAsync(cancellationToken);
        List<Guid> odpIds = [.. drops.Select(d => d.OdpId).Distinct()];
        var odps = await context.Set<PlantNode>().AsNoTracking().Where(n => odpIds.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => new GeoPoint(n.Latitude, n.Longitude), cancellationToken);
        foreach (var drop in drops)
        {
            var odp = odps[drop.OdpId];
            drop.MeasuredMetres ??= Math.Round(new GeoPoint(drop.Latitude, drop.Longitude).MetresTo(odp));
            (drop.Latitude, drop.Longitude) = (odp.Latitude, odp.Longitude);
        }
    }
}
