using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>What one router should hold, from the database.</summary>
internal sealed class DesiredAccesses(PortalContextSource source, ILineProfiles? names = null)
{
    /// <summary>The lines placed on a router (those of <paramref name="accessIds"/>, or all), and what is known of what it holds.</summary>
    public async Task<WantedOnRouter> LoadAsync(Guid routerId, IReadOnlyCollection<Guid>? accessIds, ProvisioningSettings settings, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("plan-accesses");
        var router = await context.Set<Router>().AsNoTracking().Where(r => r.Id == routerId)
            .Select(r => new { r.IsolirProvenAtUtc, Partner = r.TwinRouterId, Mode = r.TwinMode }).FirstOrDefaultAsync(cancellationToken);
        var partner = router?.Partner;
        var placements = context.Set<AccessPlacement>().AsNoTracking().Where(p => p.RouterId == routerId);
        var known = await placements.CountAsync(p => p.AppliedState != null && p.AppliedState != AccessState.Absent, cancellationToken);
        var lines = new List<DesiredAccess>();
        foreach (var ids in accessIds?.Chunk(500).Select(c => c.ToList()).ToList() ?? [null!])
        {
            var found = await (
                from placement in ids is null ? placements : placements.Where(p => ids.Contains(p.AccessId))
                join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
                orderby wanted.AccessId
                let isPair = partner != null && placement.Role == PlacementRole.Twin
                    && context.Set<AccessPlacement>().Any(p => p.AccessId == placement.AccessId && p.RouterId == partner && p.Role == PlacementRole.Primary)
                join account in context.Set<AccessAccount>() on placement.AccessId equals account.Id
                select new { placement, wanted, isPair, KnownAs = account.Username }).AsNoTracking().ToListAsync(cancellationToken);
            var here = await NamesAsync(context, routerId, ids, cancellationToken);
            lines.AddRange(found.Select(f => ValueOf(f.wanted, f.placement, f.isPair ? router!.Mode : null, settings) with
            {
                KnownAs = f.KnownAs == f.wanted.Username ? null : f.KnownAs,
                Profile = here.GetValueOrDefault(f.wanted.AccessId, f.wanted.Profile!),
            }));
        }

        var profiles = await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == routerId).OrderBy(p => p.Name).ToListAsync(cancellationToken);
        return new WantedOnRouter(lines, [.. profiles.Select(ValueOf)], router?.IsolirProvenAtUtc is not null, known);
    }

    /// <summary>The same lines as they would be if the router were to them what <paramref name="role"/> says.</summary>
    public async Task<WantedOnRouter> LoadAsIfAsync(Guid routerId, IReadOnlyList<DesiredAccessRecord> lines, PlacementRole role, PairMode mode, bool mayAdopt, ProvisioningSettings settings, CancellationToken cancellationToken)
    {
        var now = await LoadAsync(routerId, [], settings, cancellationToken);
        var there = new Dictionary<Guid, AccessPlacement>();
        var called = new Dictionary<Guid, string>();
        await using var context = source.CreateForSystem("plan-accesses");
        foreach (var ids in lines.Select(l => l.AccessId).Chunk(500).Select(c => c.ToList()))
        {
            foreach (var placement in await context.Set<AccessPlacement>().AsNoTracking().Where(p => p.RouterId == routerId && ids.Contains(p.AccessId)).ToListAsync(cancellationToken))
            {
                placement.Role = role;
                placement.MayAdopt |= mayAdopt;
                there[placement.AccessId] = placement;
            }

            foreach (var (id, name) in await NamesAsync(context, routerId, ids, cancellationToken))
            {
                called[id] = name;
            }
        }

        return now with
        {
            Accesses = [.. lines.Select(l => ValueOf(l, there.GetValueOrDefault(l.AccessId) ?? new AccessPlacement { AccessId = l.AccessId, RouterId = routerId, Role = role, MayAdopt = mayAdopt }, mode, settings) with
            {
                Profile = called.GetValueOrDefault(l.AccessId, l.Profile!),
            })],
        };
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(PortalDbContext context, Guid routerId, IReadOnlyCollection<Guid>? accessIds, CancellationToken cancellationToken) =>
        names is null ? new Dictionary<Guid, string>() : await names.OnAsync(context, routerId, accessIds, cancellationToken);

    private static DesiredAccess ValueOf(DesiredAccessRecord wanted, AccessPlacement placement, PairMode? mode, ProvisioningSettings settings) =>
        new(wanted.AccessId, wanted.Service, wanted.Username, TwinRule.StateOf(wanted.State, wanted.Service, placement.Role, mode), wanted.Profile)
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
            FormerNote = wanted.FormerNote,
            KeepDisabledUntilUtc = placement.Role == PlacementRole.Former ? null : wanted.KeepDisabledUntilUtc,
            IsKept = wanted.KeptBy is not null,
            MayAdopt = placement.MayAdopt,
            IsStandby = TwinRule.IsStandby(wanted.State, wanted.Service, placement.Role, mode),
        };

    private static DesiredProfile ValueOf(DesiredProfileRecord record) => new(record.Service, record.Name)
    {
        RateLimit = RateLimit.TryParse(record.RateLimit, out var rate) ? rate : null,
        AddressList = record.AddressList,
        OnlyOne = record.OnlyOne,
        IsAdopted = record.IsAdopted,
        LocalAddress = record.LocalAddress,
        RemoteAddress = record.RemoteAddress,
        Like = record.Like,
    };
}
