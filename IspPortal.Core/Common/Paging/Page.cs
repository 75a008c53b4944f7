namespace IspPortal.Core.Common.Paging;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="Items">The rows of this page, in order.</param>
/// <param name="PageNumber">1-based number of this page.</param>
/// <param name="PageSize">The page size that was used.</param>
/// <param name="TotalCount">How many rows match in all; see <see cref="TotalIsAtLeast"/>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int PageNumber, int PageSize, long TotalCount)
{
    /// <summary>True when more than <see cref="TotalCount"/> rows match and the list neither counts nor reaches further.</summary>
    public bool TotalIsAtLeast { get; init; }

    /// <summary>The page that <paramref name="request"/> asked for.</summary>
    public static Page<T> Of(IReadOnlyList<T> items, PageRequest request, long totalCount)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Page<T>(items, Math.Max(1, request.Page), request.Take, totalCount);
    }
}
