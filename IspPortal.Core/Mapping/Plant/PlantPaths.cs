using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>What a line hangs on, for those who ask what lines have in common.</summary>
internal static class PlantPaths
{
    /// <summary>
    /// From the top down: radio links and the router, the OLT, and between splitters first what many fibres share (cables, closures, cabinets), then what is this fibre's alone (PON port, core, splice). The ODP comes
    /// last, as what is nearest to the lines. Empty when the line has neither a drop nor a router.
    /// </summary>
    public static IReadOnlyList<PlantElement> Of(PlantImage plant, Guid accessId, Guid? routerId)
    {
        var trace = plant.Trace(accessId);
        var olt = trace is { End: FiberTraceEnd.AtOlt } ? plant.Nodes.GetValueOrDefault(trace.LastEnd.OwnerId) : null;
        var path = new List<PlantElement>();
        if ((olt?.RouterId ?? routerId) is { } router)
        {
            path.AddRange(plant.LinksAbove(plant.SiteOfRouter.TryGetValue(router, out var site) ? site : null).Select(l => new PlantElement(PlantElementKind.RadioLink, l.Id)));
            path.Add(new(PlantElementKind.Router, router));
        }

        if (trace is null)
        {
            return path;
        }

        path.AddRange(plant.LinksAbove(olt?.SiteId).Select(l => new PlantElement(PlantElementKind.RadioLink, l.Id)).Where(l => !path.Contains(l)));
        List<PlantElement> shared = [];
        List<PlantElement> own = [];
        PlantElement? odp = null;
        foreach (var step in trace.Steps.Reverse())
        {
            switch (step.Kind)
            {
                case FiberStepKind.PonPort:
                    path.Add(new(PlantElementKind.Olt, step.ElementId));
                    own.Add(new(PlantElementKind.PonPort, step.ElementId, step.Number));
                    break;
                case FiberStepKind.Core:
                    shared.Add(new(PlantElementKind.Cable, step.ElementId));
                    own.Add(new(PlantElementKind.Core, step.ElementId, step.Number));
                    break;
                case FiberStepKind.Join when step.Join != FiberJoinKind.BuiltIn:
                    if (NodeOf(plant, step.NodeId) is { } node && !shared.Contains(node) && !path.Contains(node))
                    {
                        shared.Add(node);
                    }

                    own.Add(new(PlantElementKind.Join, step.ElementId));
                    break;
                case FiberStepKind.Splitter when plant.Nodes.ContainsKey(step.ElementId):
                    // It is the ODP's own: the ODP stands for it.
                    break;
                case FiberStepKind.Splitter:
                    Flush();
                    path.Add(new(PlantElementKind.Splitter, step.ElementId));
                    break;
                case FiberStepKind.Port:
                    odp = new(PlantElementKind.Odp, step.ElementId);
                    break;
            }
        }

        Flush();
        if (odp is { } last)
        {
            path.Add(last);
        }

        return path;

        void Flush()
        {
            path.AddRange(shared);
            path.AddRange(own);
            shared.Clear();
            own.Clear();
        }
    }

    private static PlantElement? NodeOf(PlantImage plant, Guid? nodeId) => nodeId is { } id && plant.Nodes.TryGetValue(id, out var node)
        ? node.Kind switch
        {
            PlantNodeKind.Odc => new(PlantElementKind.Odc, id),
            PlantNodeKind.Closure => new(PlantElementKind.Closure, id),
            _ => null,
        }
        : null;
}
