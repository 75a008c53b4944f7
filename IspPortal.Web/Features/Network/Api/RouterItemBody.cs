using IspPortal.Core.Network.Operations;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>Which item of a router's table is meant, and what is to be done to it.</summary>
/// <param name="Name">What names it in that table.</param>
/// <param name="ItemId">The router's id of it, when several have the name.</param>
/// <param name="Reason">Why; kept in the audit.</param>
/// <param name="Password">The new password, when that is changed.</param>
internal sealed record RouterItemBody(string? Name, string? ItemId = null, string? Reason = null, string? Password = null)
{
    public RouterItemRequest ToRequest(string table) => new(table, Name ?? "", ItemId);
}
