namespace IspPortal.Core.Identity.Users;

/// <summary>Where an account stands.</summary>
public enum UserState
{
    /// <summary>Invited, and no password chosen yet.</summary>
    Invited,

    /// <summary>May sign in.</summary>
    Active,

    /// <summary>Too many wrong tries: must wait, or be unlocked.</summary>
    Locked,

    /// <summary>Switched off by an administrator.</summary>
    Deactivated,
}
