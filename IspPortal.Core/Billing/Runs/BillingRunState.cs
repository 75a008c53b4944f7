namespace IspPortal.Core.Billing.Runs;

/// <summary>How far a run is.</summary>
public enum BillingRunState
{
    /// <summary>What it would bill is being computed.</summary>
    Preparing,

    /// <summary>A person looks at it; nothing is billed yet.</summary>
    Waiting,

    /// <summary>It bills.</summary>
    Running,

    /// <summary>A person stopped it for now; what is billed stays.</summary>
    Paused,

    /// <summary>All that could be billed is.</summary>
    Done,

    /// <summary>It was thrown away before anything was billed.</summary>
    Discarded,
}
