using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring.Sessions;

/// <summary>Lists what the last polls read, straight from memory: nothing of it is asked of a router or the database.</summary>
internal sealed class SessionDirectory(LiveNetwork network, ICurrentActor actor, TimeProvider clock) : ISessionDirectory
{
    public Task<Result<SessionPage>> ListAsync(SessionFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(actor.Deny(NetworkPermissions.SessionsRead) is { } denied ? denied : List(filter, page));

    private Result<SessionPage> List(SessionFilter filter, PageRequest page)
    {
        var now = clock.UtcNow();
        var views = network.Views.Where(v => filter.RouterId is null || v.Snapshot.RouterId == filter.RouterId).ToList();
        var freshIds = views.Where(v => v.IsFreshAt(now)).ToDictionary(v => v.Snapshot.RouterId);
        var stale = views.Count(v => v.Snapshot.State is RouterState.Warning or RouterState.Offline && !freshIds.ContainsKey(v.Snapshot.RouterId));
        DateTime? asOf = freshIds.Values.Min(v => v.Snapshot.LastGoodPollAtUtc);

        var found = Find(filter, page.SearchOrNull, views, freshIds);
        var rows = TopSlice.Take(found, page.Skip, page.Take, SessionOrder.By(page.Sort, page.Descending));
        return new SessionPage(Page<SessionRow>.Of([.. rows.Select(r => r.Row)], page, found.Length), stale, asOf);
    }

    private static LiveSession[] Find(SessionFilter filter, string? text, List<RouterView> views, Dictionary<Guid, RouterView> fresh)
    {
        var found = new List<LiveSession>(views.Sum(v => v.Sessions.Length));
        foreach (var view in views)
        {
            var isFresh = fresh.ContainsKey(view.Snapshot.RouterId);
            foreach (var session in view.Sessions)
            {
                var row = session.Row;
                if ((filter.Service is { } service && row.Service != service)
                    || (filter.MinDownBitsPerSecond is { } least && !(isFresh && row.DownBitsPerSecond >= least))
                    || (text is not null && !Matches(row, text)))
                {
                    continue;
                }

                // Sorted as it is shown: without rates it does not know.
                found.Add(isFresh ? session : session with { Row = row with { DownBitsPerSecond = null, UpBitsPerSecond = null, IsStale = true } });
            }
        }

        return [.. found];
    }

    private static bool Matches(SessionRow row, string text) =>
        row.Username.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (row.Address?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false)
        || (row.CallerId?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false)
        || row.RouterName.Contains(text, StringComparison.OrdinalIgnoreCase);
}
