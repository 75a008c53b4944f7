namespace IspPortal.Core.Mapping.Causes;

/// <summary>What in the plant can fail.</summary>
public enum PlantElementKind
{
    /// <summary>A router.</summary>
    Router,

    /// <summary>An OLT.</summary>
    Olt,

    /// <summary>A PON port of an OLT.</summary>
    PonPort,

    /// <summary>A cable with all its cores.</summary>
    Cable,

    /// <summary>One core of a cable.</summary>
    Core,

    /// <summary>A splice or a plug.</summary>
    Join,

    /// <summary>A splitter.</summary>
    Splitter,

    /// <summary>A cabinet (ODC).</summary>
    Odc,

    /// <summary>A joint closure.</summary>
    Closure,

    /// <summary>A box (ODP).</summary>
    Odp,

    /// <summary>A radio link.</summary>
    RadioLink,

    /// <summary>A site or tower, with the routers and OLTs that stand there and what its radio links lead to.</summary>
    Site,
}
