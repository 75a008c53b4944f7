namespace IspPortal.Core.Messaging.Senders;

/// <summary>Whether a sender sends.</summary>
public enum MessageSenderState
{
    /// <summary>It sends.</summary>
    Ready,

    /// <summary>Its provider failed; it tries again by itself.</summary>
    Resting,

    /// <summary>It sent as many as it may today.</summary>
    Full,

    /// <summary>It was paused, by a person or on signs of a ban, until a person lets it go on.</summary>
    Paused,

    /// <summary>It is switched off.</summary>
    Off,
}
