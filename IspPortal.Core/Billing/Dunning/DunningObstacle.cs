namespace IspPortal.Core.Billing.Dunning;

/// <summary>Why an account that is late enough is not isolated. The name is a key of texts and is stored.</summary>
public enum DunningObstacle
{
    /// <summary>Nothing stands in the way.</summary>
    None,

    /// <summary>It is never isolated.</summary>
    NeverIsolir,

    /// <summary>A promise to pay, or instalments that are paid in time.</summary>
    Promise,

    /// <summary>What it owes is within the tolerance.</summary>
    WithinTolerance,

    /// <summary>A line of it is behind an outage.</summary>
    Outage,

    /// <summary>A line of it is on a router whose isolir kit is not green.</summary>
    Router,

    /// <summary>A line of it is on a router in observe mode.</summary>
    ObserveMode,

    /// <summary>It paid since the run was prepared.</summary>
    Paid,
}
