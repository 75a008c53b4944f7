namespace IspPortal.Core.Identity.Users;

/// <summary>A new account, as the invite form gives it.</summary>
/// <param name="Email">Up to 254 characters; unique, whatever the case.</param>
/// <param name="Name">1–100 characters.</param>
/// <param name="Roles">At least one of <see cref="PortalRoles.All"/>.</param>
/// <param name="Culture"><c>en</c>, <c>id</c>, or null for the portal's language.</param>
public sealed record InviteUserRequest(string Email, string Name, IReadOnlyList<string> Roles, string? Culture = null);
