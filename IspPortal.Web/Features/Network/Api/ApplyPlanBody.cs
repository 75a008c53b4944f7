namespace IspPortal.Web.Features.Network.Api;

/// <summary>Which plan was looked at.</summary>
/// <param name="Version">The version that was read.</param>
internal sealed record ApplyPlanBody(long? Version = null);
