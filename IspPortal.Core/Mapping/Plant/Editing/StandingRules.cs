using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>What a changed thing must go on being for what hangs on it.</summary>
internal static class StandingRules
{
    /// <summary>Whether the change touches what something can hang on: only then is the whole plant asked.</summary>
    public static bool Touches(PlantNode node, SavePlantNodeRequest request) => request.Ports < node.Ports || request.SplitterOutputs != node.SplitterOutputs;

    /// <summary>Whether the change touches what something can hang on: only then is the whole plant asked.</summary>
    public static bool Touches(int cores, Guid fromNodeId, Guid toNodeId, SaveCableRequest request) => request.Cores < cores || request.FromNodeId != fromNodeId || request.ToNodeId != toNodeId;

    /// <summary>A kind never changes.</summary>
    public static Error? RefuseKind(PlantNode node, PlantNodeKind kind) => node.Kind == kind ? null : CommonErrors.Invalid([new FieldError("kind", "common.not_allowed")]);

    /// <summary>What would no longer be true of what hangs on the node.</summary>
    public static Error? Refuse(PlantImage plant, PlantNode node, SavePlantNodeRequest request)
    {
        if (request.Ports < node.Ports && HighestPort(plant, node) is var highest && highest > request.Ports)
        {
            return PlantErrors.PortsInUse(highest);
        }

        // Its outputs are wired to the ports by number: another splitter, or none, leaves joints of the old one behind.
        return request.SplitterOutputs != node.SplitterOutputs && (plant.Fiber.JoinOf(FiberEnd.SplitterInput(node.Id)) is not null || Enumerable.Range(1, node.Ports).Any(port => IsJoined(plant, FiberEnd.PortInside(node.Id, port))))
            ? PlantErrors.OutputsInUse
            : null;
    }

    /// <summary>What would no longer be true of the joints of the cable.</summary>
    public static Error? Refuse(PlantImage plant, PlantCable cable, SaveCableRequest request)
    {
        for (var core = cable.Cores; core > request.Cores; core--)
        {
            if (IsJoined(plant, FiberEnd.Core(cable.Id, core, CableSide.A)) || IsJoined(plant, FiberEnd.Core(cable.Id, core, CableSide.B)))
            {
                return PlantErrors.CoresInUse(core);
            }
        }

        return (cable.FromNodeId != request.FromNodeId && IsJoined(plant, cable, CableSide.A)) || (cable.ToNodeId != request.ToNodeId && IsJoined(plant, cable, CableSide.B)) ? PlantErrors.EndJoined : null;
    }

    /// <summary>The highest port of an ODP or OLT that is taken or joined; 0: none.</summary>
    private static int HighestPort(PlantImage plant, PlantNode node)
    {
        for (var port = node.Ports; port > 0; port--)
        {
            if (IsJoined(plant, FiberEnd.PonPort(node.Id, port)) || IsJoined(plant, FiberEnd.PortInside(node.Id, port)) || plant.PortsTaken[node.Id].Any(taken => taken.Number == port))
            {
                return port;
            }
        }

        return 0;
    }

    private static bool IsJoined(PlantImage plant, PlantCable cable, CableSide side) => Enumerable.Range(1, cable.Cores).Any(core => IsJoined(plant, FiberEnd.Core(cable.Id, core, side)));

    // What is wired inside an ODP is no matter of splicing.
    private static bool IsJoined(PlantImage plant, FiberEnd end) => plant.Fiber.JoinOf(end) is { Kind: not FiberJoinKind.BuiltIn };
}
