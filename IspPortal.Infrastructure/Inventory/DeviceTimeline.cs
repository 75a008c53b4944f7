using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>Devices that came to a customer and went away again.</summary>
internal sealed class DeviceTimeline(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ITimelineSource
{
    private const string Kind = "device";

    public IReadOnlyList<string> Kinds => [Kind];

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        if (query.Subject.Kind != TimelineSubject.Customer || !query.Wants(Kind) || !actor.Actor.May(InventoryPermissions.InventoryRead))
        {
            return [];
        }

        var (customer, until) = (query.Subject.Id, query.UntilUtc());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var movements = await (
            from movement in context.Set<DeviceMovement>().AsNoTracking()
                .Where(m => (m.FromCustomerId == customer || m.ToCustomerId == customer) && m.AtUtc <= until).OrderByDescending(m => m.AtUtc).Take(query.ToRead())
            join device in context.Set<Device>() on movement.DeviceId equals device.Id
            join model in context.Set<DeviceModel>() on device.ModelId equals model.Id
            select new { Movement = movement, device.Serial, Model = model.Maker + " " + model.Name }).ToListAsync(cancellationToken);
        return query.Cut(movements.OrderByDescending(m => m.Movement.AtUtc).Select(m => new TimelineEntry(
            m.Movement.Id, m.Movement.AtUtc, Kind, ActionOf(m.Movement, customer), m.Movement.ActorName, m.Movement.Reason, $"inventory/{m.Movement.DeviceId}", m.Model, m.Serial)));
    }

    private static string ActionOf(DeviceMovement movement, Guid customer) => movement.Kind switch
    {
        DeviceMovementKind.SwappedIn => "swapped_in",
        DeviceMovementKind.SwappedOut => "swapped_out",
        _ => movement.ToCustomerId != customer ? "taken" : movement.FromCustomerId == customer ? "moved" : "installed",
    };
}
