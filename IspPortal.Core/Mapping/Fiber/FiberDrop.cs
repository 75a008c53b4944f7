namespace IspPortal.Core.Mapping.Fiber;

/// <summary>The last metres: from a port of an ODP to the ONT in a house. Several lines may go through one ONT.</summary>
/// <param name="Id">The drop.</param>
/// <param name="OdpId">The ODP.</param>
/// <param name="Port">Its port, from 1.</param>
/// <param name="LengthMetres">From the port to the ONT.</param>
/// <param name="Accesses">The lines that go through it.</param>
public sealed record FiberDrop(Guid Id, Guid OdpId, int Port, double LengthMetres, IReadOnlyList<Guid> Accesses)
{
    /// <summary>Where it begins.</summary>
    public FiberEnd Start => FiberEnd.PortOutside(OdpId, Port);
}
