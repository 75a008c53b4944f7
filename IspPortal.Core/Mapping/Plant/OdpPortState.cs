namespace IspPortal.Core.Mapping.Plant;

/// <summary>How a port of an ODP stands. A port without a row is free.</summary>
public enum OdpPortState
{
    /// <summary>Nothing is plugged in.</summary>
    Free,

    /// <summary>A drop that the portal knows.</summary>
    Used,

    /// <summary>Kept for a sign-up or a line that is still to be installed.</summary>
    Reserved,

    /// <summary>It cannot be used.</summary>
    Broken,

    /// <summary>A drop is plugged in and nobody knows whose.</summary>
    Unknown,
}
