using System.ComponentModel;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Shared.Api;

/// <summary>What every list takes.</summary>
internal sealed record ListParameters
{
    private const int MaxSearchLength = 200;

    /// <summary>Beyond this nobody reads; also keeps page × size far from overflow.</summary>
    private const int MaxPage = 1_000_000;

    [FromQuery(Name = "page"), Description("1-based page, default 1.")]
    public int? Page { get; init; }

    [FromQuery(Name = "pageSize"), Description("Rows a page, 1 to 100, default 50.")]
    public int? PageSize { get; init; }

    [FromQuery(Name = "search"), Description("Free text, up to 200 characters.")]
    public string? Search { get; init; }

    [FromQuery(Name = "sort"), Description("The column to sort by.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "order"), Description("asc (default) or desc.")]
    public string? Order { get; init; }

    /// <summary>The page that is asked for, or what is wrong with the question.</summary>
    public Result<PageRequest> Read(params IReadOnlyList<string> sorts)
    {
        var wrong = new List<FieldError>();
        if (Page is < 1 or > MaxPage)
        {
            wrong.Add(new FieldError("page", "common.page", 1, MaxPage));
        }

        if (PageSize is < 1 or > PageRequest.MaxPageSize)
        {
            wrong.Add(new FieldError("pageSize", "common.page_size", 1, PageRequest.MaxPageSize));
        }

        if (Search?.Length > MaxSearchLength)
        {
            wrong.Add(new FieldError("search", "common.too_long", MaxSearchLength));
        }

        if (!string.IsNullOrEmpty(Sort) && !sorts.Contains(Sort, StringComparer.Ordinal))
        {
            wrong.Add(new FieldError("sort", "common.unknown_value", string.Join(", ", sorts)));
        }

        if (!string.IsNullOrEmpty(Order) && Order is not ("asc" or "desc"))
        {
            wrong.Add(new FieldError("order", "common.unknown_value", "asc, desc"));
        }

        return wrong switch
        {
            [] => new PageRequest(Page ?? 1, PageSize ?? 50, Search, string.IsNullOrEmpty(Sort) ? null : Sort, Order == "desc"),
            [var only] => ApiErrors.Field(only.Field, only.Code, only.Arguments),
            _ => CommonErrors.Invalid(wrong),
        };
    }
}
