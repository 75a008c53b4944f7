namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>What became of a message at its provider.</summary>
internal enum GatewayVerdict
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>It never will.</summary>
    Refused,

    /// <summary>Not now, for this message's sake.</summary>
    Later,

    /// <summary>Not now, for the provider's or sender's sake: nothing of this sender goes.</summary>
    Down,

    /// <summary>It may have taken it.</summary>
    Unsure,

    /// <summary>The sender itself is refused: it must be looked at before anything else goes.</summary>
    Banned,
}
