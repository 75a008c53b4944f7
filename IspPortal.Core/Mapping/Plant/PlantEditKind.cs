namespace IspPortal.Core.Mapping.Plant;

/// <summary>What was done to the plant.</summary>
public enum PlantEditKind
{
    /// <summary>Something new was drawn.</summary>
    Added,

    /// <summary>Its description changed.</summary>
    Changed,

    /// <summary>It stands elsewhere, or its way is bent otherwise.</summary>
    Moved,

    /// <summary>A cable was cut in two at a node.</summary>
    Split,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Two ends were joined.</summary>
    Joined,

    /// <summary>Two ends were parted.</summary>
    Parted,

    /// <summary>A file was read in.</summary>
    Imported,

    /// <summary>An earlier edit was taken back.</summary>
    Undone,
}
