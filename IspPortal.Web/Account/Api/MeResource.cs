namespace IspPortal.Web.Account.Api;

/// <summary>Who the caller is.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The sign-in name.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">Held roles.</param>
/// <param name="Permissions">What the caller may do, sorted.</param>
/// <param name="Culture">The person's language, or null for the portal's.</param>
internal sealed record MeResource(Guid Id, string Email, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, string? Culture);
