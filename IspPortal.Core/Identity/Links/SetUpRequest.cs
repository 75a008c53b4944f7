namespace IspPortal.Core.Identity.Links;

/// <summary>The first administrator.</summary>
/// <param name="Email">Up to 254 characters.</param>
/// <param name="Name">1–100 characters.</param>
/// <param name="Password">See <see cref="PasswordRules"/>.</param>
/// <param name="Culture"><c>en</c>, <c>id</c>, or null for the portal's language.</param>
public sealed record SetUpRequest(string Email, string Name, string Password, string? Culture = null);
