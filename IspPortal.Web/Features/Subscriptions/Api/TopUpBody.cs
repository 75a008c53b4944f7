namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>Data to be sold for the period that runs.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="Bytes">How much, 1 MB to 100 TB; required.</param>
/// <param name="Price">In whole units of currency, without tax; required, 0 is allowed.</param>
/// <param name="Reason">Why; up to 500 characters.</param>
internal sealed record TopUpBody(long? Version, long? Bytes, long? Price, string? Reason = null);
