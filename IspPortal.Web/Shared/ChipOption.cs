using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared;

/// <summary>One choice of <c>FilterChips</c>.</summary>
public sealed record ChipOption(string Value, string Text, string? Icon = null)
{
    /// <summary>Every row of a short list as a choice, read page after page; as far as it could be read.</summary>
    public static async Task<ChipOption[]> AllOfAsync<TRow>(Func<PageRequest, Task<Result<Page<TRow>>>> list, Func<TRow, ChipOption> option)
    {
        var all = new List<ChipOption>();
        for (var number = 1; (await list(new PageRequest(number, PageRequest.MaxPageSize))).ValueOr(null) is { Items.Count: > 0 } page; number++)
        {
            all.AddRange(page.Items.Select(option));
            if (all.Count >= page.TotalCount)
            {
                break;
            }
        }

        return [.. all];
    }
}
