namespace IspPortal.Core.Network.Addressing;

/// <summary>Where a conflict stands.</summary>
public enum AddressConflictState
{
    /// <summary>It stands.</summary>
    Open,

    /// <summary>It stands, and somebody says that it is meant so.</summary>
    Intended,

    /// <summary>It is over.</summary>
    Resolved,
}
