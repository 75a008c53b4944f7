namespace IspPortal.Web.Features.Network.Api;

/// <summary>What a kick did.</summary>
/// <param name="SessionsEnded">How many sessions ended.</param>
internal sealed record KickResource(int SessionsEnded);
