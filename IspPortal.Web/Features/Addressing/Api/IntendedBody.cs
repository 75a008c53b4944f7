namespace IspPortal.Web.Features.Addressing.Api;

/// <summary>Why a conflict is meant so.</summary>
/// <param name="Reason">Up to 500 characters; required.</param>
internal sealed record IntendedBody(string? Reason = null);
