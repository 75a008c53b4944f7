using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared;

/// <summary>All rows of a list that is short by its nature (plans, routers, add-ons), for choices: read page after page, since a hundred and first plan must be there to choose too.</summary>
public static class EveryPage
{
    /// <summary>The rows in the order of <paramref name="sort"/>, or why a page could not be read.</summary>
    public static async Task<Result<IReadOnlyList<TRow>>> OfAsync<TRow>(Func<PageRequest, Task<Result<Page<TRow>>>> list, string? sort = null, bool descending = false)
    {
        var all = new List<TRow>();
        for (var number = 1; ; number++)
        {
            var page = await list(new PageRequest(number, PageRequest.MaxPageSize, Sort: sort, Descending: descending));
            if (!page.Succeeded)
            {
                return page.Error;
            }

            all.AddRange(page.Value.Items);
            if (page.Value.Items.Count == 0 || all.Count >= page.Value.TotalCount)
            {
                return Result.Of<IReadOnlyList<TRow>>(all);
            }
        }
    }
}
