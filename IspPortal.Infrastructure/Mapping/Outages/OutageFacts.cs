using IspPortal.Core.Common.Outages;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

internal sealed class OutageFacts(PortalContextSource source) : IOutageFacts
{
    public async Task<OutageFact?> FindAsync(Guid outageId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("outage-facts");
        return await context.Set<Outage>().AsNoTracking().Where(o => o.Id == outageId && o.ConfirmedAtUtc != null)
            .Select(o => new OutageFact(o.Id, o.ElementName, o.StartedAtUtc, o.OpenKey == null ? o.EndsAtUtc : null, o.LinesMost)).FirstOrDefaultAsync(cancellationToken);
    }
}
