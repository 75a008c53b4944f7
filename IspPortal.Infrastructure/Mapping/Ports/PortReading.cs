using IspPortal.Core.Customers;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>Ports with the names of what is behind them.</summary>
internal static class PortReading
{
    /// <summary>All ports of an ODP: four statements, whatever their number.</summary>
    public static async Task<List<PortRow>> RowsAsync(PortalDbContext context, PlantNode odp, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var ports = await context.Set<OdpPort>().AsNoTracking().Where(p => p.OdpId == odp.Id).ToDictionaryAsync(p => p.Number, cancellationToken);
        var drops = await context.Set<Drop>().AsNoTracking().Where(d => d.OdpId == odp.Id).ToDictionaryAsync(d => d.Id, cancellationToken);
        var lines = drops.Count == 0 ? Enumerable.Empty<(Guid, PortLine)>().ToLookup(l => l.Item1, l => l.Item2) : await LinesAsync(context, [.. drops.Keys], cancellationToken);
        var names = await NamesAsync(context, [.. ports.Values.Select(p => p.ReservedFor).OfType<Guid>().Distinct()], cancellationToken);
        return
        [
            .. Enumerable.Range(1, odp.Ports).Select(number =>
            {
                var port = ports.GetValueOrDefault(number);
                var state = PortStock.StateOf(port, nowUtc);
                var isKept = state == OdpPortState.Reserved;
                var drop = port?.DropId is { } id ? drops.GetValueOrDefault(id) : null;
                return new PortRow(odp.Id, number, state, port?.Version ?? 0)
                {
                    Drop = drop is null ? null : new PortDrop(drop.Id, drop.OntSerial, drop.Latitude, drop.Longitude, drop.MeasuredMetres, [.. lines[drop.Id]], drop.Version),
                    ReservedFor = isKept ? port!.ReservedFor : null,
                    ReservedForName = isKept && port!.ReservedFor is { } whose ? names.GetValueOrDefault(whose) : null,
                    ReservedUntilUtc = isKept ? port!.ReservedUntilUtc : null,
                    Note = state == OdpPortState.Free ? null : port!.Note,
                    ChangedBy = port?.ChangedBy,
                    ChangedAtUtc = port?.ChangedAtUtc,
                };
            }),
        ];
    }

    /// <summary>The lines that go through drops, by drop.</summary>
    public static async Task<ILookup<Guid, PortLine>> LinesAsync(PortalDbContext context, IReadOnlyCollection<Guid> dropIds, CancellationToken cancellationToken) => (await (
        from line in context.Set<DropLine>().AsNoTracking()
        where dropIds.Contains(line.DropId)
        join access in context.Set<AccessAccount>() on line.AccessId equals access.Id
        join subscription in context.Set<Subscription>() on access.Id equals subscription.AccessId into sold
        from subscription in sold.DefaultIfEmpty()
        join customer in context.Set<Customer>() on subscription.CustomerId equals customer.Id into customers
        from customer in customers.DefaultIfEmpty()
        orderby access.Username, access.Id
        select new { line.DropId, access.Id, access.Username, SubscriptionId = subscription == null ? (Guid?)null : subscription.Id, Name = customer == null ? null : customer.CompanyName ?? customer.Name })
        .ToListAsync(cancellationToken)).ToLookup(l => l.DropId, l => new PortLine(l.Id, l.Username, l.SubscriptionId, l.Name));

    // A sign-up and the subscription that it becomes have the same id.
    private static async Task<Dictionary<Guid, string>> NamesAsync(PortalDbContext context, List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var drafts = context.Set<SignUpDraft>().Where(d => ids.Contains(d.Id) && d.CustomerId != null).Select(d => new { d.Id, CustomerId = d.CustomerId!.Value });
        var sold = context.Set<Subscription>().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.CustomerId });
        var found = await (
            from whose in sold.Concat(drafts)
            join customer in context.Set<Customer>() on whose.CustomerId equals customer.Id
            select new { whose.Id, Name = customer.CompanyName ?? customer.Name }).ToListAsync(cancellationToken);
        return found.DistinctBy(f => f.Id).ToDictionary(f => f.Id, f => f.Name);
    }
}
