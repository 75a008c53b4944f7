namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>Why something is done.</summary>
/// <param name="Reason">Why; required, up to 500 characters.</param>
internal sealed record DunningReasonBody(string? Reason = null);
