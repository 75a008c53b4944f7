namespace IspPortal.Core.Common.Paging;

/// <summary>Which part of a list is wanted. Every list pages on the server.</summary>
/// <param name="Page">1-based page number; anything below 1 counts as 1.</param>
/// <param name="PageSize">Rows a page, 1 to <see cref="MaxPageSize"/>; anything outside is brought inside.</param>
/// <param name="Search">Free text, matched as the list says; null or blank means all.</param>
/// <param name="Sort">The column in camelCase as the list names it; null or unknown means the list's own order.</param>
/// <param name="Descending">Whether the sort is reversed.</param>
public sealed record PageRequest(int Page = 1, int PageSize = 50, string? Search = null, string? Sort = null, bool Descending = false)
{
    /// <summary>The largest page that is served.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The largest slice of a list that is read through to its end, e.g. for a file.</summary>
    public const int MaxSliceSize = 2000;

    /// <summary>True reads a slice of up to <see cref="MaxSliceSize"/> rows on the server's own behalf; callers of pages and of the API never set it.</summary>
    public bool IsSlice { get; init; }

    /// <summary>How many rows to skip; a page far beyond any end is an empty one.</summary>
    public int Skip => (int)Math.Min(int.MaxValue, (Math.Max(1, Page) - 1L) * Take);

    /// <summary>How many rows to take.</summary>
    public int Take => Math.Clamp(PageSize, 1, IsSlice ? MaxSliceSize : MaxPageSize);

    /// <summary>The search text trimmed, or null when there is none. No database keeps a NUL, so nothing is found by one.</summary>
    public string? SearchOrNull => Search?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null;
}
