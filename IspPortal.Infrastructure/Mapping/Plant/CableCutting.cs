using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>Cuts a cable in two at a node.</summary>
internal static class CableCutting
{
    public static Error? Judge(SplitCableRequest request)
    {
        var wrong = PlantRules.Name(request.NewName, "newName").Concat(PlainText.Judge(request)).ToList();
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : PlantRules.Judge(request.At) ?? (request.NewNode is { } node ? PlantRules.Judge(node) : null);
    }

    /// <summary>Marks everything that changes; null when it can be done.</summary>
    public static async Task<Error?> CutAsync(PlantChange change, Cable cable, SplitCableRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.NodeId == cable.FromNodeId || request.NodeId == cable.ToNodeId)
        {
            return PlantErrors.SplitAtEnd;
        }

        if (await change.Context.Set<Cable>().AnyAsync(c => c.Id == request.NewCableId, cancellationToken))
        {
            return CommonErrors.VersionConflict;
        }

        var ends = await change.Context.Set<PlantNode>().Where(n => n.Id == cable.FromNodeId || n.Id == cable.ToNodeId).ToDictionaryAsync(n => n.Id, n => n.Point, cancellationToken);
        var bends = RouteText.Read(cable.Bends);
        List<GeoPoint> way = [ends[cable.FromNodeId], .. bends, ends[cable.ToNodeId]];
        var (place, after) = GeoRoute.Nearest(way, request.At);
        List<GeoPoint> left = [.. way.Take(after), place];
        List<GeoPoint> right = [place, .. way.Skip(after)];
        var share = GeoRoute.MetresAlong(left) / Math.Max(GeoRoute.MetresAlong(way), double.Epsilon);

        var (name, toNode) = (request.NewName.Trim(), cable.ToNodeId);
        change.Context.Add(new Cable
        {
            Id = request.NewCableId, Name = name, NameKey = PlantNode.KeyOf(name), FromNodeId = request.NodeId, ToNodeId = toNode, Cores = cable.Cores, CoresPerTube = cable.CoresPerTube, Bends = RouteText.Of(right.Skip(1).SkipLast(1)),
            MeasuredMetres = cable.MeasuredMetres * (1 - share), SpareMetres = cable.SpareMetres * (1 - share), Owner = cable.Owner, Note = cable.Note, CreatedAtUtc = clock.UtcNow(),
        });
        (cable.ToNodeId, cable.Bends) = (request.NodeId, RouteText.Of(left.Skip(1).SkipLast(1)));
        (cable.MeasuredMetres, cable.SpareMetres) = (cable.MeasuredMetres * share, cable.SpareMetres * share);

        foreach (var end in await change.Context.Set<JointEnd>().Where(e => e.OwnerId == cable.Id && e.Kind == FiberEndKind.Core && e.Side == CableSide.B).ToListAsync(cancellationToken))
        {
            change.Context.Entry(end).Property(e => e.OwnerId).CurrentValue = request.NewCableId;
        }

        for (var core = 1; request.SpliceThrough && core <= cable.Cores; core++)
        {
            var joint = Ids.New(clock);
            change.Context.Add(new CoreJoint { Id = joint, NodeId = request.NodeId, Kind = FiberJoinKind.Splice });
            change.Context.Add(new JointEnd { JointId = joint, Place = 0, Kind = FiberEndKind.Core, OwnerId = cable.Id, Number = core, Side = CableSide.B });
            change.Context.Add(new JointEnd { JointId = joint, Place = 1, Kind = FiberEndKind.Core, OwnerId = request.NewCableId, Number = core, Side = CableSide.A });
        }

        return null;
    }
}
