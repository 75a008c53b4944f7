namespace IspPortal.Core.Common.Search;

/// <summary>Asks every <see cref="ISearchSource"/> at once.</summary>
public interface IPortalSearch
{
    /// <summary>Hits of all sources, at most <paramref name="limit"/>; a source that fails or is slow is left out.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken);
}
