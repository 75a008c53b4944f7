namespace IspPortal.Web.Features.Outages.Api;

/// <summary>Calls works off.</summary>
/// <param name="Version">The version that was seen; required.</param>
internal sealed record CallOffWorksBody(long? Version);
