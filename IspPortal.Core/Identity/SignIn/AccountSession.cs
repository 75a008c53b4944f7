namespace IspPortal.Core.Identity.SignIn;

/// <summary>What the cookie or token of a signed-in person holds.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Stamp">Changes whenever earlier sessions must end; a session with another stamp is over.</param>
/// <param name="Email">The sign-in name.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Culture">The person's language, or null for the portal's.</param>
/// <param name="Theme">The person's theme, or null for the system's.</param>
public sealed record AccountSession(Guid UserId, string Stamp, string Email, string Name, string? Culture, string? Theme);
