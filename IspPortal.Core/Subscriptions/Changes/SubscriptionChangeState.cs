namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>Where something with a date stands.</summary>
public enum SubscriptionChangeState
{
    /// <summary>Still ahead.</summary>
    Scheduled,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Taken back.</summary>
    Cancelled,

    /// <summary>Could not be done on its day.</summary>
    Failed,
}
