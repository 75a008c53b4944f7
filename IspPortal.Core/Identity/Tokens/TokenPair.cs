namespace IspPortal.Core.Identity.Tokens;

/// <summary>What an API client signs its requests with.</summary>
/// <param name="AccessToken">Bearer token (JWT).</param>
/// <param name="RefreshToken">Gets the next pair, once; 14 days.</param>
/// <param name="ExpiresIn">Seconds that the access token works.</param>
public sealed record TokenPair(string AccessToken, string RefreshToken, int ExpiresIn);
