namespace IspPortal.Web.Account.Api;

/// <summary>A refresh token.</summary>
/// <param name="RefreshToken">As it was given.</param>
internal sealed record RefreshBody(string? RefreshToken);
