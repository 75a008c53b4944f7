using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

internal sealed class RouterPairs(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PairDesk desk, ILiveRouters live) : IRouterPairs
{
    private const int LongestReason = 500;

    public async Task<Result<RouterPair>> GetAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var router = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        var partner = router.TwinRouterId is { } twin ? await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == twin && r.RemovedAtUtc == null, cancellationToken) : null;
        if (partner is null)
        {
            return new RouterPair(routerId, router.Name, StateOf(router), null, null, null, null, 0, 0, 0, 0, 0, 0, []);
        }

        var counts = await PairLines.CountAsync(context, new PairOf(router.Id, router.Name, partner.Id, partner.Name, router.TwinMode), cancellationToken);
        return new RouterPair(
            routerId,
            router.Name,
            StateOf(router),
            partner.Id,
            partner.Name,
            StateOf(partner),
            router.TwinMode,
            counts.Where(c => c.ServedBy == routerId).Sum(c => c.Lines),
            counts.Where(c => c.ServedBy == partner.Id).Sum(c => c.Lines),
            counts.Where(c => !c.HasTwin).Sum(c => c.Lines),
            counts.Where(c => c is { HasTwin: true, IsUnlike: true }).Sum(c => c.Lines),
            counts.Where(c => c.IsAway && c.ServedBy == partner.Id).Sum(c => c.Lines),
            counts.Where(c => c.IsAway && c.ServedBy == routerId).Sum(c => c.Lines),
            await PairPlans.OpenAsync(context, routerId, partner.Id, cancellationToken));
    }

    public async Task<Result<Page<PairLineRow>>> ListLinesAsync(Guid routerId, PairLineFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PairAsync(context, routerId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var pair = found.Value;
        var lines = PairLines.Narrow(PairLines.Of(context, pair), filter with { Search = page.SearchOrNull ?? filter.Search });
        if (filter.AccessIds is { } ids)
        {
            var wanted = ids.ToList();
            lines = lines.Where(l => wanted.Contains(l.Wanted.AccessId));
        }

        var count = await lines.LongCountAsync(cancellationToken);
        var sorted = (page.Sort, page.Descending) switch
        {
            ("router", false) => lines.OrderBy(l => l.ServedBy).ThenBy(l => l.Wanted.Username),
            ("router", true) => lines.OrderByDescending(l => l.ServedBy).ThenBy(l => l.Wanted.Username),
            (_, true) => lines.OrderByDescending(l => l.Wanted.Username),
            _ => lines.OrderBy(l => l.Wanted.Username),
        };
        var rows = await sorted.ThenBy(l => l.Wanted.AccessId).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var addresses = new Dictionary<Guid, Dictionary<string, Guid>>();
        foreach (var router in rows.Where(r => r.Wanted.FixedAddress is { Length: > 0 }).Select(r => pair.Other(r.ServedBy)).Distinct())
        {
            addresses[router] = await PairLines.AddressesAsync(context, router, cancellationToken);
        }

        return Page<PairLineRow>.Of([.. rows.Select(r => RowOf(pair, r, addresses))], page, count);
    }

    public async Task<Result<PairPreview>> PreviewAsync(Guid routerId, PairRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        var meant = await MeantAsync(routerId, request, cancellationToken);
        return meant.Succeeded ? await desk.PreviewAsync(meant.Value.Pair, meant.Value.Lines, request, request.Kicks ?? KickPolicy.Now, cancellationToken) : meant.Error;
    }

    public async Task<Result<PairOutcome>> PlanAsync(Guid routerId, PairRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(NetworkPermissions.RoutersApply) ?? actor.Deny(NetworkPermissions.AccessesWrite) ?? Refuse(request)) is { } refused)
        {
            return refused;
        }

        var meant = await MeantAsync(routerId, request, cancellationToken);
        return meant.Succeeded ? await desk.PlanAsync(meant.Value.Pair, meant.Value.Lines, request, request.Kicks ?? KickPolicy.Now, cancellationToken) : meant.Error;
    }

    private async Task<Result<(PairOf Pair, List<PairLine> Lines)>> MeantAsync(Guid routerId, PairRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pair = await PairAsync(context, routerId, cancellationToken);
        if (!pair.Succeeded)
        {
            return pair.Error;
        }

        var lines = await PairLines.CandidatesAsync(context, pair.Value, request, cancellationToken);
        return lines.Count == 0 ? PairErrors.NothingSelected : (pair.Value, lines);
    }

    private static async Task<Result<PairOf>> PairAsync(PortalDbContext context, Guid routerId, CancellationToken cancellationToken)
    {
        var router = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        var partner = router.TwinRouterId is { } twin
            ? await context.Set<Router>().AsNoTracking().Where(r => r.Id == twin && r.RemovedAtUtc == null).Select(r => new { r.Id, r.Name }).FirstOrDefaultAsync(cancellationToken)
            : null;
        return partner is null ? PairErrors.NotPaired : new PairOf(routerId, router.Name, partner.Id, partner.Name, router.TwinMode);
    }

    private PairLineRow RowOf(PairOf pair, PairLine line, Dictionary<Guid, Dictionary<string, Guid>> addresses)
    {
        var wanted = line.Wanted;
        return new PairLineRow(
            wanted.AccessId,
            wanted.Service,
            wanted.Username,
            wanted.State,
            line.State,
            line.ServedBy,
            pair.NameOf(line.ServedBy),
            wanted.HomeRouterId,
            LinePresence.Of(live, wanted.AccessId, line.ServedBy, line.HasTwin ? [new OtherPlace(pair.Other(line.ServedBy), pair.Mode == PairMode.Standby && wanted.Service != AccessService.Static)] : []),
            PairPlanner.ObstacleOf(line, addresses.GetValueOrDefault(pair.Other(line.ServedBy)) ?? [])
                ?? (line is { HasTwin: false, Wanted: { Password: null, Service: not AccessService.Static } } ? PlanFindingKind.PasswordUnknown : null));
    }

    private RouterState StateOf(Router router) => router.Enabled ? live.StatusOf(router.Id)?.State ?? RouterState.Unknown : RouterState.Disabled;

    private static Error? Refuse(PairRequest request) =>
        string.IsNullOrWhiteSpace(request.Reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")])
        : request.Reason.Trim().Length > LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)])
        : PlainText.Refuse(request.Reason);
}
