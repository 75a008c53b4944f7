namespace IspPortal.Core.Messaging;

/// <summary>Where a message stands.</summary>
public enum MessageState
{
    /// <summary>It waits for its turn, its moment or its next try.</summary>
    Waiting,

    /// <summary>It is with a sender this moment.</summary>
    Sending,

    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The provider says that it arrived.</summary>
    Delivered,

    /// <summary>The provider says that it was read.</summary>
    Read,

    /// <summary>It was given up: refused for good, or tried too often. A person may send it again.</summary>
    Failed,

    /// <summary>It was not sent, for the reason that <see cref="MessageDropReason"/> says.</summary>
    Dropped,

    /// <summary>The portal does not know whether the provider took it, and does not send it again by itself.</summary>
    Uncertain,

    /// <summary>In observe mode: it would have been sent.</summary>
    WouldHave,
}
