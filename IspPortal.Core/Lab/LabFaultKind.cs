namespace IspPortal.Core.Lab;

/// <summary>A way in which an emulated router can misbehave. Each stays on until it is cleared, except where it says otherwise.</summary>
public enum LabFaultKind
{
    /// <summary>Replies leave in pieces of 1 to 7 bytes.</summary>
    Trickle,

    /// <summary>The next reply stops in the middle of a word and nothing follows on that connection.</summary>
    StallInWord,

    /// <summary>Every reply is held back for <see cref="LabFault.Duration"/>.</summary>
    LateReply,

    /// <summary>Connections are accepted, then nothing is read and nothing is said; open ones fall silent too.</summary>
    HalfOpen,

    /// <summary>Open connections are closed in order (FIN), new ones right after they were accepted.</summary>
    Fin,

    /// <summary>A reply of several rows is cut in the middle and the connection is closed in order (FIN).</summary>
    FinMidTable,

    /// <summary>A reply of several rows is cut in the middle by a TCP reset.</summary>
    ResetMidTable,

    /// <summary>Replies begin with a reserved control byte and noise.</summary>
    Garbage,

    /// <summary>The next command of every connection is answered with <c>!fatal</c> and the connection is closed.</summary>
    Fatal,

    /// <summary>Replies lack their tag.</summary>
    UntaggedReplies,

    /// <summary>One event: the router is gone for <see cref="LabFault.Duration"/>, then starts with zero uptime, zero counters and no sessions.</summary>
    Reboot,

    /// <summary>One event: all interface and queue counters jump to zero while the sessions stay.</summary>
    CounterReset,

    /// <summary>The API ports are closed: connecting is refused.</summary>
    Refused,

    /// <summary>Packets to the API ports vanish, as behind an address filter: connecting times out.</summary>
    SilentDrop,

    /// <summary>No user name and password is accepted.</summary>
    WrongCredentials,

    /// <summary>The API service claims to have all the sessions it allows.</summary>
    MaxSessions,

    /// <summary>The group of every user lacks the <c>api</c> policy.</summary>
    NoApiPermission,
}
