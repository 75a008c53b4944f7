namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Why a call with an API key was refused. Callers are told less.</summary>
public enum ApiKeyRefusalReason
{
    /// <summary>No key of the portal: malformed, or of a prefix that was never given out.</summary>
    Unknown,

    /// <summary>The prefix is known, what follows it is wrong.</summary>
    WrongSecret,

    /// <summary>It was revoked.</summary>
    Revoked,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It came from an address that it does not allow.</summary>
    AddressNotAllowed,

    /// <summary>Its maker's account is off.</summary>
    MakerOff,

    /// <summary>The key works and its scopes do not reach that far.</summary>
    OutOfScope,

    /// <summary>The key works and its calls of this minute are used up.</summary>
    TooManyRequests,
}
