namespace IspPortal.Core.Mapping.Live;

/// <summary>What the map's search found.</summary>
public enum MapFoundKind
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A router.</summary>
    Router,

    /// <summary>A node of the plant.</summary>
    Node,

    /// <summary>A cable.</summary>
    Cable,

    /// <summary>A radio link.</summary>
    Radio,
}
