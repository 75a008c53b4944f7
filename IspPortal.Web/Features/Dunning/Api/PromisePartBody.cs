namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>A part of what is promised.</summary>
/// <param name="DueOn">The last day on which it is paid in time; required.</param>
/// <param name="Amount">How much, in rupiah; required.</param>
internal sealed record PromisePartBody(DateOnly? DueOn = null, long? Amount = null);
