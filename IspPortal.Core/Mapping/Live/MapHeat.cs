namespace IspPortal.Core.Mapping.Live;

/// <summary>What the squares under the marks tell.</summary>
public enum MapHeat
{
    /// <summary>No squares.</summary>
    None,

    /// <summary>Bits per second towards the customers of a square.</summary>
    Traffic,

    /// <summary>Lines of a square that are offline and should not be.</summary>
    Faults,

    /// <summary>Lines of a square.</summary>
    Density,
}
