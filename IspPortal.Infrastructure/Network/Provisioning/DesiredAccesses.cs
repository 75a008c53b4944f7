using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>What one router should hold, from the database.</summary>
internal sealed class DesiredAccesses(PortalContextSource source)
{
    /// <summary>The lines placed on a router (those of <paramref name="accessIds"/>, or all), and what is known of what it holds.</summary>
    public async Task<WantedOnRouter> LoadAsync(Guid routerId, IReadOnlyCollection<Guid>? accessIds, ProvisioningSettings settings, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("plan-accesses");
        var router = await context.Set<Router>().AsNoTracking().Where(r => r.Id == routerId).Select(r => new { r.IsolirProvenAtUtc }).FirstOrDefaultAsync(cancellationToken);
        var placements = context.Set<AccessPlacement>().AsNoTracking().Where(p => p.RouterId == routerId);
        var known = await placements.CountAsync(p => p.AppliedState != null && p.AppliedState != AccessState.Absent, cancellationToken);
        var lines = new List<DesiredAccess>();
        foreach (var ids in accessIds?.Chunk(500).Select(c => c.ToList()).ToList() ?? [null!])
        {
            var found = await (
                from placement in ids is null ? placements : placements.Where(p => ids.Contains(p.AccessId))
                join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
                orderby wanted.AccessId
                select new { placement, wanted }).AsNoTracking().ToListAsync(cancellationToken);
            lines.AddRange(found.Select(f => ValueOf(f.wanted, f.placement, settings)));
        }

        var profiles = await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == routerId).OrderBy(p => p.Name).ToListAsync(cancellationToken);
        return new WantedOnRouter(lines, [.. profiles.Select(ValueOf)], router?.IsolirProvenAtUtc is not null, known);
    }

    private static DesiredAccess ValueOf(DesiredAccessRecord wanted, AccessPlacement placement, ProvisioningSettings settings) =>
        new(wanted.AccessId, wanted.Service, wanted.Username, placement.Role == PlacementRole.Former ? AccessState.Absent : wanted.State, wanted.Profile)
        {
            Password = wanted.Password,
            PasswordIsPending = wanted.PasswordRevision > placement.PasswordRevision,
            IsolirProfile = settings.IsolirProfile,
            ThrottledProfile = wanted.ThrottledProfile,
            RateLimit = RateLimit.TryParse(wanted.RateLimit, out var rate) ? rate : null,
            ThrottledRateLimit = RateLimit.TryParse(wanted.ThrottledRateLimit, out var throttled) ? throttled : null,
            FixedAddress = wanted.FixedAddress,
            CallerId = wanted.CallerId,
            Note = wanted.Note,
            KeepDisabledUntilUtc = placement.Role == PlacementRole.Former ? null : wanted.KeepDisabledUntilUtc,
            MayAdopt = placement.MayAdopt,
        };

    private static DesiredProfile ValueOf(DesiredProfileRecord record) => new(record.Service, record.Name)
    {
        RateLimit = RateLimit.TryParse(record.RateLimit, out var rate) ? rate : null,
        AddressList = record.AddressList,
        OnlyOne = record.OnlyOne,
        IsAdopted = record.IsAdopted,
        LocalAddress = record.LocalAddress,
        RemoteAddress = record.RemoteAddress,
    };
}
