using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;

namespace IspPortal.Infrastructure.Monitoring.Sessions;

/// <summary>Finds live sessions by address or caller id; by username the accesses are found.</summary>
internal sealed class SessionSearch(LiveNetwork network, ICurrentActor actor) : ISearchSource
{
    private const int ShortestText = 3;

    public Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var wanted = text.Trim();
        if (wanted.Length < ShortestText || !actor.Actor.May(NetworkPermissions.SessionsRead))
        {
            return Task.FromResult<IReadOnlyList<SearchHit>>([]);
        }

        var hits = network.Views
            .SelectMany(v => v.Sessions)
            .Select(s => s.Row)
            .Where(r => (r.Address?.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ?? false) || (r.CallerId?.Contains(wanted, StringComparison.OrdinalIgnoreCase) ?? false))
            .Take(limit)
            .Select(r => new SearchHit("access", r.Username, $"{r.Address ?? r.CallerId} · {r.RouterName}", $"subscribers/{r.AccessId}"));
        return Task.FromResult<IReadOnlyList<SearchHit>>([.. hits]);
    }
}
