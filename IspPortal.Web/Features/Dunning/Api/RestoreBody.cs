namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>Lines that come back though bills are overdue.</summary>
/// <param name="Reason">Why; required.</param>
/// <param name="WaiveFee">Whether coming back costs nothing this time.</param>
internal sealed record RestoreBody(string? Reason = null, bool WaiveFee = false);
