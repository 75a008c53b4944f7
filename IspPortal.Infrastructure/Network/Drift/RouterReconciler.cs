using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>Reads routers whole, compares them and keeps what differs. Writes nothing to them.</summary>
internal sealed class RouterReconciler(PortalContextSource source, RouterPlanMaker maker, ISettingsReader<ProvisioningSettings> settings, DriftAuthorFinder authors, ILinePrices prices, TimeProvider clock)
{
    private const int RoutersAtOnce = 4;

    /// <summary>Compares every router that is due; gives how many were compared and how many could not be read.</summary>
    public async Task<(int Compared, int Failed)> CompareDueAsync(bool all, CancellationToken cancellationToken)
    {
        var dueBefore = clock.UtcNow() - TimeSpan.FromMinutes((await settings.GetAsync(cancellationToken)).CompareEveryMinutes);
        List<Guid> due;
        await using (var context = source.CreateForSystem(ReconcileRoutersJob.Key))
        {
            due = await context.Set<Router>().AsNoTracking()
                .Where(r => r.Enabled && r.RemovedAtUtc == null && context.Set<AccessPlacement>().Any(p => p.RouterId == r.Id))
                .Where(r => all || !context.Set<DriftCheck>().Any(c => c.RouterId == r.Id && c.TriedAtUtc > dueBefore))
                .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        }

        var failed = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = RoutersAtOnce, CancellationToken = cancellationToken }, async (routerId, token) =>
        {
            if (!(await CompareAsync(routerId, token)).Succeeded)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return (due.Count - failed, failed);
    }

    /// <summary>Compares one router; gives its number of differences. When it cannot be read its old differences stay and are marked as old.</summary>
    public async Task<Result<int>> CompareAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var compared = await ReadAsync(routerId, KickPolicy.Now, cancellationToken);
        if (compared.Error is { Kind: ErrorKind.NotFound } missing)
        {
            return missing;
        }

        await using var context = source.CreateForSystem(ReconcileRoutersJob.Key);
        var check = await context.Set<DriftCheck>().FirstOrDefaultAsync(c => c.RouterId == routerId, cancellationToken);
        if (check is null)
        {
            check = new DriftCheck { RouterId = routerId };
            context.Add(check);
        }

        check.TriedAtUtc = clock.UtcNow();
        check.ErrorCode = compared.Error?.Code;
        check.ErrorDetail = compared.Error?.Detail is { Length: > 1000 } detail ? detail[..1000] : compared.Error?.Detail;
        if (!compared.Succeeded)
        {
            await context.TrySaveAsync(DriftErrors.NothingOwned, cancellationToken);
            return compared.Error;
        }

        var readBefore = check.ReadAtUtc;
        check.ReadAtUtc = check.TriedAtUtc;
        check.UnmarkedLines = DriftFinder.Marks(compared.Value.Plan);
        var found = Differences(compared.Value);
        var paid = found.Count == 0 ? LinePrices.Unknown : await prices.OnRouterAsync(routerId, cancellationToken);
        var isolirProfile = (await settings.GetAsync(cancellationToken)).IsolirProfile;
        var unexplained = await MergeAsync(context, routerId, [.. found.Select(d => (d, DriftCost.Of(d, paid, isolirProfile)))], readBefore, cancellationToken);
        await authors.FillAsync(context, routerId, compared.Value.Contents, unexplained, cancellationToken);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        return saved.Succeeded ? found.Count : saved.Error;
    }

    /// <summary>A fresh comparison of the whole router, not kept.</summary>
    public async Task<Result<RouterComparison>> ReadAsync(Guid routerId, KickPolicy kicks, CancellationToken cancellationToken) =>
        await maker.CompareAsync(routerId, null, await settings.GetAsync(cancellationToken), kicks, acceptsMissing: false, cancellationToken);

    public static IReadOnlyList<DriftDifference> Differences(RouterComparison compared) => DriftFinder.Find(
        compared.Plan,
        compared.Contents,
        compared.Wanted.ToDictionary(w => w.AccessId, w => (AccessItems.MenuOf(w.Service), w.Username)),
        compared.Wanted.Where(w => w.IsKept).Select(w => w.AccessId).ToHashSet());

    /// <summary>Keeps what was found; gives those whose author has to be found, with the last reading in which they were not so.</summary>
    private async Task<List<(DriftItem Item, DateTime? UnlikeAtUtc)>> MergeAsync(
        PortalDbContext context, Guid routerId, IReadOnlyList<(DriftDifference Difference, DriftCost? Cost)> found, DateTime? readBefore, CancellationToken cancellationToken)
    {
        var unexplained = new List<(DriftItem, DateTime?)>();
        var now = clock.UtcNow();
        var stored = (await context.Set<DriftItem>().Where(d => d.RouterId == routerId).ToListAsync(cancellationToken)).ToDictionary(d => (d.Menu, d.Key, d.Kind));
        foreach (var (difference, cost) in found)
        {
            if (!stored.Remove((difference.Menu, difference.Key, difference.Kind), out var item))
            {
                item = new DriftItem { Id = Ids.New(clock), RouterId = routerId, Menu = difference.Menu, Key = difference.Key, Kind = difference.Kind, FirstSeenAtUtc = now };
                context.Add(item);
            }

            var (onRouter, inPortal) = (PlanJson.Write(difference.OnRouter), PlanJson.Write(difference.InPortal));
            if (item.OnRouterJson != onRouter)
            {
                // Somebody changed it, or changed it again.
                (item.ChangedBy, item.ChangedFrom, item.ChangedAtUtc, item.ChangedByIsGuess) = (null, null, null, false);
                unexplained.Add((item, readBefore));
            }
            else if (item.ChangedBy is null)
            {
                unexplained.Add((item, null));
            }

            if (item.IgnoredBy is not null && (item.OnRouterJson != onRouter || item.InPortalJson != inPortal))
            {
                // Ignored was what stood there then.
                (item.IgnoredBy, item.IgnoredAtUtc, item.IgnoreReason) = (null, null, null);
            }

            (item.AccessId, item.OnRouterJson, item.InPortalJson, item.CanApply, item.CanAdopt, item.LastSeenAtUtc) =
                (difference.AccessId, onRouter, inPortal, difference.CanApply, difference.CanAdopt, now);
            (item.CostKind, item.MonthlyCost) = (cost?.Kind, cost?.Monthly);
        }

        context.RemoveRange(stored.Values);
        return unexplained;
    }
}
