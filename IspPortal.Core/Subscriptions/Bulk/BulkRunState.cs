namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>Where a change to many stands.</summary>
public enum BulkRunState
{
    /// <summary>Going on in the background, whoever watches.</summary>
    Running,

    /// <summary>Through.</summary>
    Done,

    /// <summary>Stopped by a person; what was done stays done.</summary>
    Stopped,
}
