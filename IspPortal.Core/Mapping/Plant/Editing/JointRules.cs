using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>Which ends can be joined at a node.</summary>
internal static class JointRules
{
    /// <summary>Why two ends cannot be joined there, whatever is joined already; null: they can.</summary>
    public static Error? Refuse(PlantImage plant, PlantNode node, JoinRequest joint) =>
        joint.Kind is not (FiberJoinKind.Splice or FiberJoinKind.Connector) ? PlantErrors.EndsDoNotFit
        : Refuse(plant, node, joint.One) ?? Refuse(plant, node, joint.Other) ?? (Fit(joint.One.Kind, joint.Other.Kind) ? null : PlantErrors.EndsDoNotFit);

    private static Error? Refuse(PlantImage plant, PlantNode node, FiberEnd end)
    {
        if (end.Number < 1 || (end.Kind != FiberEndKind.Core && end.Side != CableSide.A))
        {
            return PlantErrors.EndNotFound;
        }

        switch (end.Kind)
        {
            case FiberEndKind.Core when plant.Cables.TryGetValue(end.OwnerId, out var cable):
                return end.Number > cable.Cores ? PlantErrors.EndNotFound
                    : (end.Side == CableSide.A ? cable.FromNodeId : cable.ToNodeId) == node.Id ? null
                    : PlantErrors.EndElsewhere;
            case FiberEndKind.SplitterInput or FiberEndKind.SplitterOutput when plant.Splitters.TryGetValue(end.OwnerId, out var splitter):
                return end.Number > (end.Kind == FiberEndKind.SplitterInput ? 1 : splitter.Outputs) ? PlantErrors.EndNotFound
                    : splitter.NodeId == node.Id ? null
                    : PlantErrors.EndElsewhere;

            // The splitter inside an ODP: its outputs are wired already.
            case FiberEndKind.SplitterInput when plant.Nodes.TryGetValue(end.OwnerId, out var odp) && odp.SplitterOutputs is not null:
                return end.Number > 1 ? PlantErrors.EndNotFound : odp.Id == node.Id ? null : PlantErrors.EndElsewhere;
            case FiberEndKind.PortInside when plant.Nodes.TryGetValue(end.OwnerId, out var odp) && odp.Kind == PlantNodeKind.Odp:
                return end.Number > odp.Ports ? PlantErrors.EndNotFound
                    : odp.Id != node.Id ? PlantErrors.EndElsewhere
                    : end.Number <= odp.SplitterOutputs ? PlantErrors.EndJoined
                    : null;

            // An OLT is patched where it stands, or at the site that it stands in.
            case FiberEndKind.PonPort when plant.Nodes.TryGetValue(end.OwnerId, out var olt) && olt.Kind == PlantNodeKind.Olt:
                return end.Number > olt.Ports ? PlantErrors.EndNotFound : olt.Id == node.Id || olt.SiteId == node.Id ? null : PlantErrors.EndElsewhere;
            case FiberEndKind.PortOutside:
                return PlantErrors.EndsDoNotFit;
            default:
                return PlantErrors.EndNotFound;
        }
    }

    // Light comes out of PON ports and outputs, goes into inputs and ports, and passes cores either way.
    private static bool Fit(FiberEndKind one, FiberEndKind other) =>
        one == FiberEndKind.Core || other == FiberEndKind.Core || GivesLight(one) != GivesLight(other);

    private static bool GivesLight(FiberEndKind kind) => kind is FiberEndKind.PonPort or FiberEndKind.SplitterOutput;
}
