using IspPortal.Core.Network.Operations;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>A page of a router's table.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Rows a page.</param>
/// <param name="TotalCount">How many rows match in all.</param>
/// <param name="ReadAtUtc">When the router was read.</param>
internal sealed record RouterTableResource(IReadOnlyList<RouterTableRowResource> Items, int Page, int PageSize, long TotalCount, DateTime ReadAtUtc)
{
    public static RouterTableResource Of(RouterTable table, RouterTablePage read) => new(
        [.. read.Page.Items.Select(row => RouterTableRowResource.Of(table, row))], read.Page.PageNumber, read.Page.PageSize, read.Page.TotalCount, read.ReadAtUtc);
}
