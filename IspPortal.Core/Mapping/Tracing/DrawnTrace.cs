using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>A trace with names, marks, losses and its way over the ground.</summary>
internal sealed record DrawnTrace(FiberTrace Trace, OpticalBudget Budget, IReadOnlyList<TraceStep> Steps, IReadOnlyList<GeoPoint> Path)
{
    /// <summary>The OLT that it reaches, or null.</summary>
    public Guid? OltId => Trace.End == FiberTraceEnd.AtOlt ? Trace.LastEnd.OwnerId : null;

    /// <summary>Draws the trace of a drop.</summary>
    public static DrawnTrace Of(PlantImage plant, FiberDrop drop, OpticalLosses losses)
    {
        var trace = plant.Fiber.Trace(drop);
        var budget = OpticalBudget.Of(trace, losses);
        return new(trace, budget, [.. budget.Steps.Select(step => Name(plant, step))], PathOf(plant, drop, trace));
    }

    private static TraceStep Name(PlantImage plant, OpticalStep step)
    {
        var seen = step.Step;
        var node = seen.NodeId is { } id ? plant.Nodes.GetValueOrDefault(id)?.Name : null;
        var cable = seen.Kind == FiberStepKind.Core ? plant.Cables.GetValueOrDefault(seen.ElementId) : null;
        var name = seen.Kind switch
        {
            FiberStepKind.Core => cable?.Name,
            FiberStepKind.Splitter => plant.Splitters.GetValueOrDefault(seen.ElementId)?.Name ?? node,
            FiberStepKind.Port or FiberStepKind.PonPort => node,
            _ => null,
        };
        return new TraceStep(seen.Kind, seen.ElementId, name, seen.NodeId, node, seen.Number, seen.LengthMetres, step.LossDb)
        {
            Join = seen.Join,
            Outputs = seen.Outputs,
            Mark = cable is not null && seen.Number is { } core ? CoreMark.Of(core, cable.CoresPerTube) : null,
        };
    }

    private static List<GeoPoint> PathOf(PlantImage plant, FiberDrop drop, FiberTrace trace)
    {
        var path = new List<GeoPoint>();
        if (plant.Drops.TryGetValue(drop.Id, out var house))
        {
            Go(new(house.Latitude, house.Longitude));
        }

        var here = drop.OdpId;
        Go(plant.Nodes[here].Point);
        foreach (var step in trace.Steps)
        {
            here = step.NodeId ?? here;
            if (step.Kind == FiberStepKind.Core && plant.Cables.TryGetValue(step.ElementId, out var cable))
            {
                // What is joined somewhere else than where the cable ends is drawn from its side A.
                var isBackwards = cable.ToNodeId == here;
                foreach (var point in isBackwards ? cable.Way.Reverse() : cable.Way)
                {
                    Go(point);
                }

                here = isBackwards ? cable.FromNodeId : cable.ToNodeId;
            }
            else if (step.Kind == FiberStepKind.PonPort)
            {
                Go(plant.Nodes[step.ElementId].Point);
            }
        }

        return path;

        void Go(GeoPoint point)
        {
            if (path.Count == 0 || path[^1] != point)
            {
                path.Add(point);
            }
        }
    }
}
