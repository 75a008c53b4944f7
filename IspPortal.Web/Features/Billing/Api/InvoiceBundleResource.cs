using IspPortal.Core.Billing.Print;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Many bills as one PDF.</summary>
/// <param name="Id">The bundle.</param>
/// <param name="State">How far it is.</param>
/// <param name="Bills">How many bills it holds.</param>
/// <param name="Done">How many of them are on paper.</param>
/// <param name="Bytes">How large its file is; 0: there is none yet.</param>
/// <param name="ErrorCode">Why it could not be made, or null.</param>
/// <param name="RequestedAtUtc">When it was asked for.</param>
/// <param name="ExpiresAtUtc">When it goes, with its file.</param>
internal sealed record InvoiceBundleResource(Guid Id, InvoiceBundleState State, int Bills, int Done, long Bytes, string? ErrorCode, DateTime RequestedAtUtc, DateTime ExpiresAtUtc)
{
    public static InvoiceBundleResource Of(InvoiceBundleRow row) => new(row.Id, row.State, row.Bills, row.Done, row.Bytes, row.ErrorCode, row.RequestedAtUtc, row.ExpiresAtUtc);
}
