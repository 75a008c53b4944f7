namespace IspPortal.Core.Mapping;

/// <summary>What one may be allowed to do with the map and what it shows.</summary>
public static class MappingPermissions
{
    /// <summary>See the map, the plant, traces, budgets and outages.</summary>
    public const string MapRead = "map.read";

    /// <summary>Draw, move, join and remove what the plant is made of, and undo that.</summary>
    public const string PlantWrite = "plant.write";

    /// <summary>Correct the state of an ODP's ports, connect and disconnect houses, keep photos of the plant.</summary>
    public const string PortsWrite = "ports.write";

    /// <summary>Say why there is an outage, announce works and call them off.</summary>
    public const string OutagesWrite = "outages.write";
}
