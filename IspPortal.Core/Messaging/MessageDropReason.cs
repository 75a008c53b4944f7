namespace IspPortal.Core.Messaging;

/// <summary>Why a message was not sent.</summary>
public enum MessageDropReason
{
    /// <summary>Its moment had passed.</summary>
    Expired,

    /// <summary>What it was about is over, e.g. the invoice is paid.</summary>
    Withdrawn,

    /// <summary>The customer wants no such messages on this channel.</summary>
    OptedOut,

    /// <summary>A person took it out.</summary>
    ByHand,

    /// <summary>The customer was erased.</summary>
    Erased,
}
