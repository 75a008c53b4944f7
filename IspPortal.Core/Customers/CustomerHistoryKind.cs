namespace IspPortal.Core.Customers;

/// <summary>Turning points of a customer.</summary>
public enum CustomerHistoryKind
{
    /// <summary>Registered.</summary>
    Registered,

    /// <summary>The status followed the lines.</summary>
    StatusChanged,

    /// <summary>Another customer was merged into this one.</summary>
    TookIn,

    /// <summary>Merged into another customer.</summary>
    MergedAway,

    /// <summary>Handed to a new legal person (balik nama).</summary>
    Transferred,

    /// <summary>Removed.</summary>
    Removed,

    /// <summary>Restored.</summary>
    Restored,

    /// <summary>The person was erased.</summary>
    Erased,

    /// <summary>A former owner was erased.</summary>
    FormerOwnerErased,
}
