namespace IspPortal.Web.Features.Plans.Api;

/// <summary>The next price of a plan.</summary>
/// <param name="Version">The plan's version that was read.</param>
/// <param name="ValidFromOn">From when; tomorrow at the earliest.</param>
/// <param name="Terms">What it costs.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record SchedulePriceBody(long? Version = null, DateOnly? ValidFromOn = null, TermsBody? Terms = null, string? Reason = null);
