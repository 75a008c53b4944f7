using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared;

/// <summary>One choice of <c>FilterChips</c>.</summary>
public sealed record ChipOption(string Value, string Text, string? Icon = null)
{
    /// <summary>Every row of a short list as a choice; none when it cannot be read.</summary>
    public static async Task<ChipOption[]> AllOfAsync<TRow>(Func<PageRequest, Task<Result<Page<TRow>>>> list, Func<TRow, ChipOption> option, string? sort = null) =>
        [.. ((await EveryPage.OfAsync(list, sort)).ValueOr(null) ?? []).Select(option)];
}
