namespace IspPortal.Core.Network.Backups;

/// <summary>Where a line of a difference stands.</summary>
public enum DifferenceKind
{
    /// <summary>In both texts.</summary>
    Same,

    /// <summary>Only in the first.</summary>
    Removed,

    /// <summary>Only in the second.</summary>
    Added,
}
