namespace IspPortal.Core.Mapping.Live;

/// <summary>What a map shows.</summary>
[Flags]
public enum MapLayers
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Customers' lines where they are installed.</summary>
    Lines = 1,

    /// <summary>Routers.</summary>
    Routers = 2,

    /// <summary>Sites, towers, OLTs, cabinets, ODPs, closures and poles.</summary>
    Nodes = 4,

    /// <summary>Cables and radio links.</summary>
    Ways = 8,

    /// <summary>All of them.</summary>
    All = Lines | Routers | Nodes | Ways,
}
