namespace IspPortal.Core.Billing.Dunning;

/// <summary>How far an isolir run is with one line. Stored.</summary>
public enum IsolirLineState
{
    /// <summary>To be isolated.</summary>
    Waiting,

    /// <summary>Isolated by the run, and not restored since.</summary>
    Isolated,

    /// <summary>Restored since.</summary>
    Restored,

    /// <summary>Not isolated by the run: it was isolated already, ended, or its account was left out.</summary>
    Skipped,

    /// <summary>Ended by the run.</summary>
    Ended,

    /// <summary>Ended by the run, and it does not come back: it was billed since, or its address is another line's.</summary>
    Kept,
}
