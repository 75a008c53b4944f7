namespace IspPortal.Core.Identity.Links;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>Choose the first password of an account.</summary>
    Invite,

    /// <summary>Choose a new password.</summary>
    Reset,

    /// <summary>Make the first administrator.</summary>
    SetUp,
}
