namespace IspPortal.Core.Identity;

/// <summary>What one may be allowed to do with people's accounts and with API keys.</summary>
public static class IdentityPermissions
{
    /// <summary>See who has an account.</summary>
    public const string UsersRead = "users.read";

    /// <summary>Invite, change, deactivate and unlock accounts.</summary>
    public const string UsersWrite = "users.write";

    /// <summary>See which API keys there are.</summary>
    public const string ApiKeysRead = "api-keys.read";

    /// <summary>Make and revoke API keys.</summary>
    public const string ApiKeysWrite = "api-keys.write";
}
