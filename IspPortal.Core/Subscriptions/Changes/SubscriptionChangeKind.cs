namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>What can be put on a date.</summary>
public enum SubscriptionChangeKind
{
    /// <summary>Put into service.</summary>
    Activate,

    /// <summary>Another plan or price.</summary>
    ChangePlan,

    /// <summary>Another router.</summary>
    MoveRouter,

    /// <summary>A pause begins.</summary>
    BeginPause,

    /// <summary>A pause is over.</summary>
    EndPause,

    /// <summary>The fixed address that was kept for an add-on reaches the line.</summary>
    GiveAddress,

    /// <summary>The fixed address that came with an add-on goes.</summary>
    ReleaseAddress,

    /// <summary>The end.</summary>
    Terminate,
}
