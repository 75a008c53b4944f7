namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A day that is to be closed.</summary>
/// <param name="On">The day; required.</param>
/// <param name="Postings">How many postings the totals that were looked at hold; required.</param>
/// <param name="Note">What is to be noted; up to 500 characters.</param>
internal sealed record CloseDayBody(DateOnly? On = null, int? Postings = null, string? Note = null);
