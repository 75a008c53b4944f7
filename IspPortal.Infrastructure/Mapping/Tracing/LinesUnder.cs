using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Tracing;

/// <summary>Which lines hang below something: the plant says so, and above OLTs also which router serves a line.</summary>
internal static class LinesUnder
{
    public static async Task<IReadOnlySet<Guid>> ReadAsync(PortalDbContext context, PlantImage plant, PlantElement element, CancellationToken cancellationToken) => PlantBelow.Lines(
        plant,
        element,
        PlantBelow.IsOfFiber(element.Kind)
            ? []
            : await context.Set<AccessAccount>().AsNoTracking().Select(a => new { a.Id, a.RouterId }).ToDictionaryAsync(a => a.Id, a => a.RouterId, cancellationToken));
}
