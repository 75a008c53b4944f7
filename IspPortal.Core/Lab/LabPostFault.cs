namespace IspPortal.Core.Lab;

/// <summary>A way in which a provider of messages can misbehave.</summary>
public enum LabPostFault
{
    /// <summary>It refuses messages in its own way: many with 200 and the failure in the body.</summary>
    Failure,

    /// <summary>It says that messages come too fast, and when to come back.</summary>
    TooFast,

    /// <summary>It fails inside: 500, 421.</summary>
    Broken,

    /// <summary>It takes its time.</summary>
    Slow,

    /// <summary>It takes a message and hangs up before it says so.</summary>
    Drop,

    /// <summary>It refuses the sender.</summary>
    Ban,

    /// <summary>It is not there.</summary>
    Down,
}
