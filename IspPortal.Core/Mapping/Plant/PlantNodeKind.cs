namespace IspPortal.Core.Mapping.Plant;

/// <summary>What stands at one place of the plant.</summary>
public enum PlantNodeKind
{
    /// <summary>A building or room with equipment: a POP.</summary>
    Site,

    /// <summary>A tower with radios.</summary>
    Tower,

    /// <summary>An optical line terminal with its PON ports.</summary>
    Olt,

    /// <summary>An optical distribution cabinet: feeder cables end here, splitters share them out.</summary>
    Odc,

    /// <summary>An optical distribution point: the box on the pole where drops begin.</summary>
    Odp,

    /// <summary>A joint closure: cables are spliced here.</summary>
    Closure,

    /// <summary>A pole or hand hole that a cable passes.</summary>
    Pole,
}
