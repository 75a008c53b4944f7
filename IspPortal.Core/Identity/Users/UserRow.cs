namespace IspPortal.Core.Identity.Users;

/// <summary>One user in the list.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The e-mail, which is the sign-in name.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">Held roles, in the order of <see cref="PortalRoles.All"/>.</param>
/// <param name="State">Where the account stands.</param>
/// <param name="HasTotp">Whether signing in takes a code of an authenticator.</param>
/// <param name="Culture">The person's language, <c>en</c> or <c>id</c>, or null for the portal's.</param>
/// <param name="LastSignInAtUtc">When the last sign-in succeeded, or null when none did.</param>
/// <param name="LockedUntilAtUtc">Until when the account waits, or null when it is not locked.</param>
/// <param name="CreatedAtUtc">When the account was made.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record UserRow(
    Guid Id,
    string Email,
    string Name,
    IReadOnlyList<string> Roles,
    UserState State,
    bool HasTotp,
    string? Culture,
    DateTime? LastSignInAtUtc,
    DateTime? LockedUntilAtUtc,
    DateTime CreatedAtUtc,
    long Version);
