namespace IspPortal.Core.Billing.Dunning;

/// <summary>How far an isolir run is. The name is a key of texts and is stored.</summary>
public enum IsolirRunState
{
    /// <summary>Whom it would isolate is being looked up.</summary>
    Preparing,

    /// <summary>A person looks at it; nobody is isolated yet.</summary>
    Waiting,

    /// <summary>It isolates.</summary>
    Running,

    /// <summary>Everybody that could be isolated is.</summary>
    Done,

    /// <summary>It is being undone.</summary>
    Undoing,

    /// <summary>All that it isolated and that was still isolated came back.</summary>
    Undone,

    /// <summary>It was thrown away before anybody was isolated.</summary>
    Discarded,
}
