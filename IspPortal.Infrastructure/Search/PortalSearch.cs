using IspPortal.Core.Common;
using IspPortal.Core.Common.Search;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Search;

internal sealed class PortalSearch(IEnumerable<ISearchSource> sources, TimeProvider clock, ILogger<PortalSearch> logger) : IPortalSearch
{
    /// <summary>People type on: what comes later is of no use.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text) || !PlainText.IsPlain(text))
        {
            return [];
        }

        var found = await Task.WhenAll(sources.Select(source => AskAsync(source, text.Trim(), limit, cancellationToken)));
        // One from each source in turn, so that no source fills the list alone.
        return [.. Enumerable.Range(0, limit).SelectMany(index => found.Where(hits => index < hits.Count).Select(hits => hits[index])).Take(limit)];
    }

    private async Task<IReadOnlyList<SearchHit>> AskAsync(ISearchSource source, string text, int limit, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await source.FindAsync(text, limit, either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(exception, "{Source} could not search", source.GetType().Name);
            return [];
        }
    }
}
