namespace IspPortal.Core.Identity.Users;

/// <summary>One user with what its page shows besides the row.</summary>
/// <param name="User">The row.</param>
/// <param name="LastSignInAddress">Network address of the last sign-in, or null.</param>
/// <param name="RecoveryCodesLeft">Unused recovery codes.</param>
/// <param name="OpenLink">The invite or reset link that still works, or null. Its token is not known any more.</param>
/// <param name="Permissions">What the roles add up to, sorted.</param>
public sealed record UserDetails(
    UserRow User,
    string? LastSignInAddress,
    int RecoveryCodesLeft,
    OpenLink? OpenLink,
    IReadOnlyList<string> Permissions);
