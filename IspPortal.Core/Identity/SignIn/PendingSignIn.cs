namespace IspPortal.Core.Identity.SignIn;

/// <summary>A right password that still lacks its code. Keep it where the browser cannot change it, and for a few minutes only.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Stamp">The account's stamp when the password was checked.</param>
public sealed record PendingSignIn(Guid UserId, string Stamp);
