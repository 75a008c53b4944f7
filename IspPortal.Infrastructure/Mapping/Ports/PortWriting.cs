using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>What changes of ports have in common. All within a transaction of <see cref="PortChanges"/>.</summary>
internal static class PortWriting
{
    /// <summary>The ODP, or <see cref="MappingErrors.OdpNotFound"/>.</summary>
    public static async Task<Result<PlantNode>> OdpAsync(this PortalDbContext context, Guid odpId, CancellationToken cancellationToken) =>
        await context.Set<PlantNode>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == odpId && n.Kind == PlantNodeKind.Odp, cancellationToken) is { } odp ? odp : MappingErrors.OdpNotFound;

    public static Task<List<OdpPort>> PortsAsync(this PortalDbContext context, Guid odpId, CancellationToken cancellationToken) =>
        context.Set<OdpPort>().Where(p => p.OdpId == odpId).ToListAsync(cancellationToken);

    /// <summary>The port that somebody may have: the wanted one, or one that is kept for one of theirs, or the first free one.</summary>
    /// <param name="odp">The ODP.</param>
    /// <param name="ports">Its ports that are not free.</param>
    /// <param name="number">The wanted one, or null.</param>
    /// <param name="theirs">Sign-ups and subscriptions for whom a port may be kept.</param>
    /// <param name="mayBeUnknown">Whether a port with a drop that nobody knows will do.</param>
    /// <param name="nowUtc">Now.</param>
    public static Result<int> Choose(PlantNode odp, IReadOnlyCollection<OdpPort> ports, int? number, IReadOnlyCollection<Guid> theirs, bool mayBeUnknown, DateTime nowUtc)
    {
        if (number is null)
        {
            var kept = ports.Where(p => IsKeptFor(p, theirs)).OrderBy(p => p.Number).FirstOrDefault()?.Number ?? PortStock.FirstFree(odp, ports, nowUtc);
            return kept is { } free ? free : MappingErrors.NoFreePort(odp.Name);
        }

        if (number < 1 || number > odp.Ports)
        {
            return MappingErrors.PortNotFound(number.Value);
        }

        var port = ports.SingleOrDefault(p => p.Number == number);
        return PortStock.StateOf(port, nowUtc) switch
        {
            OdpPortState.Free => number.Value,
            OdpPortState.Unknown when mayBeUnknown => number.Value,
            OdpPortState.Reserved when IsKeptFor(port!, theirs) => number.Value,
            OdpPortState.Broken => MappingErrors.PortBroken(number.Value),
            _ => MappingErrors.PortTaken(number.Value),
        };
    }

    /// <summary>The port as it is from now on, nothing else said of it.</summary>
    public static OdpPort Put(this PortalDbContext context, IReadOnlyCollection<OdpPort> ports, Guid odpId, int number, OdpPortState state, TimeProvider clock, string? note = null)
    {
        var port = ports.SingleOrDefault(p => p.OdpId == odpId && p.Number == number);
        if (port is null)
        {
            port = new OdpPort { OdpId = odpId, Number = number, ChangedBy = context.Actor.Name };
            context.Add(port);
        }

        (port.State, port.DropId, port.ReservedFor, port.ReservedUntilUtc, port.Note) = (state, null, null, null, CustomerText.OrNull(note));
        (port.ChangedBy, port.ChangedAtUtc) = (context.Actor.Name, clock.UtcNow());
        return port;
    }

    /// <summary>What was kept for them anywhere is kept no longer, but for one port.</summary>
    public static async Task ReleaseOthersAsync(this PortalDbContext context, IReadOnlyCollection<Guid> theirs, Guid odpId, int number, CancellationToken cancellationToken)
    {
        var kept = await context.Set<OdpPort>().Where(p => p.State == OdpPortState.Reserved && p.ReservedFor != null && theirs.Contains(p.ReservedFor.Value)).ToListAsync(cancellationToken);
        context.RemoveRange(kept.Where(p => (p.OdpId, p.Number) != (odpId, number)));
    }

    /// <summary>What is wrong with a note.</summary>
    public static IEnumerable<FieldError> JudgeNote(string? note)
    {
        if (note?.Length > PlantNode.LongestText)
        {
            yield return new FieldError("note", "common.too_long", PlantNode.LongestText);
        }
    }

    private static bool IsKeptFor(OdpPort port, IReadOnlyCollection<Guid> theirs) => port is { State: OdpPortState.Reserved, ReservedFor: { } whose } && theirs.Contains(whose);
}
