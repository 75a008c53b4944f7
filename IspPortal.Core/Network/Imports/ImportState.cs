namespace IspPortal.Core.Network.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>The router was read; nothing was taken.</summary>
    Draft,

    /// <summary>The chosen lines are the portal's.</summary>
    Taken,

    /// <summary>Thrown away.</summary>
    Discarded,
}
