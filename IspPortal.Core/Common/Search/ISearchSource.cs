namespace IspPortal.Core.Common.Search;

/// <summary>Finds things of one feature for the Ctrl+K search.</summary>
public interface ISearchSource
{
    /// <summary>Up to <paramref name="limit"/> hits that the actor may see, best first. Must use an index.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken);
}
