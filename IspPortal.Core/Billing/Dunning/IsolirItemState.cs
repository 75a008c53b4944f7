namespace IspPortal.Core.Billing.Dunning;

/// <summary>How far an isolir run is with one account. The name is a key of texts and is stored.</summary>
public enum IsolirItemState
{
    /// <summary>To be isolated.</summary>
    Waiting,

    /// <summary>Held back; the obstacle says why.</summary>
    Held,

    /// <summary>Its lines are isolated.</summary>
    Isolated,

    /// <summary>Something came up since the preview; the obstacle says what.</summary>
    LeftOut,

    /// <summary>A line of it could not be isolated.</summary>
    Failed,

    /// <summary>It came back with the whole run.</summary>
    Undone,

    /// <summary>Its lines are ended.</summary>
    Ended,
}
