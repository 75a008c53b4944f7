namespace IspPortal.Core.Identity;

/// <summary>What one may be allowed to do with people's accounts.</summary>
public static class IdentityPermissions
{
    /// <summary>See who has an account.</summary>
    public const string UsersRead = "users.read";

    /// <summary>Invite, change, deactivate and unlock accounts.</summary>
    public const string UsersWrite = "users.write";
}
