namespace IspPortal.Core.Identity.Users;

/// <summary>What the editor changes.</summary>
/// <param name="Name">1–100 characters.</param>
/// <param name="Roles">At least one of <see cref="PortalRoles.All"/>.</param>
/// <param name="Culture"><c>en</c>, <c>id</c>, or null for the portal's language.</param>
public sealed record SaveUserRequest(string Name, IReadOnlyList<string> Roles, string? Culture);
