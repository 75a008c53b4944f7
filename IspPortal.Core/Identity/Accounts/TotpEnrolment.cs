namespace IspPortal.Core.Identity.Accounts;

/// <summary>What an authenticator app needs.</summary>
/// <param name="Secret">The secret in base 32, for typing.</param>
/// <param name="Uri">The text of the QR code.</param>
public sealed record TotpEnrolment(string Secret, string Uri);
