using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>A node with what its mark tells.</summary>
/// <param name="Node">The node.</param>
/// <param name="FreePorts">Of an ODP its ports that are free; else 0.</param>
internal readonly record struct PlacedNode(PlantNode Node, int FreePorts)
{
    /// <summary>An ODP without a free port.</summary>
    public bool IsFull => Node.Kind == PlantNodeKind.Odp && FreePorts == 0;
}
