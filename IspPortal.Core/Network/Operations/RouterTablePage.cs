using IspPortal.Core.Common.Paging;

namespace IspPortal.Core.Network.Operations;

/// <summary>A page of a router's table.</summary>
/// <param name="Page">The rows.</param>
/// <param name="ReadAtUtc">When the router was read.</param>
public sealed record RouterTablePage(Page<RouterTableRow> Page, DateTime ReadAtUtc);
