using System.Text.Json.Serialization;
using IspPortal.Core.Common.Paging;

namespace IspPortal.Web.Shared.Api;

/// <summary>One page of a list, as every list of the API answers.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Page">1-based.</param>
/// <param name="PageSize">As asked.</param>
/// <param name="TotalCount">Rows of all pages.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, int Page, int PageSize, long TotalCount)
{
    /// <summary>True when more rows match and the list reaches no further; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TotalIsAtLeast { get; init; }
}

/// <summary>Makes pages.</summary>
internal static class ApiPage
{
    public static ApiPage<TBody> Of<T, TBody>(Page<T> page, Func<T, TBody> map) =>
        new([.. page.Items.Select(map)], page.PageNumber, page.PageSize, page.TotalCount) { TotalIsAtLeast = page.TotalIsAtLeast };

    /// <summary>One page of a short list that its service gives whole.</summary>
    public static ApiPage<TBody> Cut<T, TBody>(IReadOnlyList<T> all, PageRequest page, Func<T, string> key, Func<T, TBody> map)
    {
        var found = page.SearchOrNull is { } search ? all.Where(item => key(item).Contains(search, StringComparison.OrdinalIgnoreCase)).ToArray() : all;
        return Of(Page<T>.Of([.. found.Skip(page.Skip).Take(page.Take)], page, found.Count), map);
    }
}
