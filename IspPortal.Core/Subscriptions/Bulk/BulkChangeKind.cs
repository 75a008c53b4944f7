namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>What is changed on many subscriptions at once.</summary>
public enum BulkChangeKind
{
    /// <summary>Another plan, from today on.</summary>
    ChangePlan,

    /// <summary>Another router.</summary>
    MoveRouter,

    /// <summary>A tag is put on their customers.</summary>
    AddTag,

    /// <summary>A tag is taken off their customers.</summary>
    RemoveTag,
}
