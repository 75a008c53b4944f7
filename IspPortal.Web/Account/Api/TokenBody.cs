namespace IspPortal.Web.Account.Api;

/// <summary>What a client signs in with.</summary>
/// <param name="Email">The sign-in name.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">Six digits of the authenticator or a recovery code, when the account has one.</param>
internal sealed record TokenBody(string? Email, string? Password, string? Code);
