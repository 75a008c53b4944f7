namespace IspPortal.Core.Identity.Accounts;

/// <summary>One's own account.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Email">The sign-in name.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Culture"><c>en</c>, <c>id</c>, or null for the portal's language.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or null for the system's.</param>
/// <param name="Roles">Held roles.</param>
/// <param name="HasTotp">Whether signing in takes a code.</param>
/// <param name="RecoveryCodesLeft">Unused recovery codes.</param>
/// <param name="LastSignInAtUtc">When the last sign-in succeeded.</param>
/// <param name="LastSignInAddress">From where.</param>
public sealed record AccountProfile(
    Guid UserId,
    string Email,
    string Name,
    string? Culture,
    string? Theme,
    IReadOnlyList<string> Roles,
    bool HasTotp,
    int RecoveryCodesLeft,
    DateTime? LastSignInAtUtc,
    string? LastSignInAddress);
