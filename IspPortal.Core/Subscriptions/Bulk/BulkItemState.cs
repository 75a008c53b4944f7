namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>Where one subscription of a change to many stands.</summary>
public enum BulkItemState
{
    /// <summary>Not reached yet.</summary>
    Waiting,

    /// <summary>Changed.</summary>
    Done,

    /// <summary>Could not be changed.</summary>
    Failed,
}
