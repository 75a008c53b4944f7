namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Where a key stands.</summary>
public enum ApiKeyState
{
    /// <summary>Works.</summary>
    Active,

    /// <summary>Its maker's account is switched off: it works again when the account does.</summary>
    Suspended,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Ended by somebody, for good.</summary>
    Revoked,
}
