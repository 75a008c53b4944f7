using IspPortal.Core.Audit;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>A splitter that sits in a cabinet, closure or ODP and whose ends are joined one by one. The one that is built into an ODP is <see cref="PlantNode.SplitterOutputs"/>.</summary>
[Audited("splitter")]
internal sealed class Splitter
{
    public required Guid Id { get; init; }

    public required Guid NodeId { get; init; }

    /// <summary>Unique within its node.</summary>
    public required string Name { get; set; }

    /// <summary>2, 4, 8, 16, 32 or 64.</summary>
    public int Outputs { get; set; }

    public long Version { get; set; }
}
