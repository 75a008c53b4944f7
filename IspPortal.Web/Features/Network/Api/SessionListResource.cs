using IspPortal.Core.Network.Sessions;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One page of live sessions, and how much of the network it speaks for.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Page">1-based.</param>
/// <param name="PageSize">As asked.</param>
/// <param name="TotalCount">Rows of all pages.</param>
/// <param name="StaleRouters">How many polled routers could not be read last time: their rows say isStale.</param>
/// <param name="AsOfUtc">When the oldest of the fresh figures was read, or null.</param>
internal sealed record SessionListResource(IReadOnlyList<SessionRow> Items, int Page, int PageSize, long TotalCount, int StaleRouters, DateTime? AsOfUtc)
{
    public static SessionListResource Of(SessionPage page) =>
        new(page.Page.Items, page.Page.PageNumber, page.Page.PageSize, page.Page.TotalCount, page.StaleRouters, page.AsOfUtc);
}
