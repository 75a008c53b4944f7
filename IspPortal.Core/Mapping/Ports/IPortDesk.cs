using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Ports;

/// <summary>
/// Ports of ODPs as stock. Reading needs <see cref="MappingPermissions.MapRead"/>, changing <see cref="MappingPermissions.PortsWrite"/>. Of two who want one port exactly one gets it, the
/// other is told <see cref="MappingErrors.PortTaken"/>; a stale version is <c>common.version_conflict</c>.
/// </summary>
public interface IPortDesk
{
    /// <summary>All ports of an ODP by number; <see cref="MappingErrors.OdpNotFound"/>.</summary>
    Task<Result<IReadOnlyList<PortRow>>> ListAsync(Guid odpId, CancellationToken cancellationToken);

    /// <summary>Says what somebody sees at a port. One that is used or reserved is disconnected or released first.</summary>
    Task<Result> CorrectAsync(Guid odpId, int number, long version, CorrectPortRequest request, CancellationToken cancellationToken);

    /// <summary>Keeps a port; gives its number. <see cref="MappingErrors.NoFreePort"/> when none is left. Twice for the same is done once.</summary>
    Task<Result<int>> ReserveAsync(Guid odpId, ReservePortRequest request, CancellationToken cancellationToken);

    /// <summary>Keeps a port no longer; <see cref="MappingErrors.PortNotReserved"/>.</summary>
    Task<Result> ReleaseAsync(Guid odpId, int number, CancellationToken cancellationToken);

    /// <summary>The port that is kept for a sign-up or subscription; null when there is none.</summary>
    Task<Result<KeptPort?>> FindKeptAsync(Guid keptFor, CancellationToken cancellationToken);

    /// <summary>Puts a drop on a port. The id is the caller's: the same one twice is done once. A port where an unknown drop is may be said to be this one.</summary>
    Task<Result<ConnectedDrop>> ConnectAsync(Guid dropId, ConnectDropRequest request, CancellationToken cancellationToken);

    /// <summary>Puts a drop on another port, of the same ODP or another one, and says what else of it is no longer so.</summary>
    Task<Result<ConnectedDrop>> MoveAsync(Guid dropId, long version, MoveDropRequest request, CancellationToken cancellationToken);

    /// <summary>Takes a drop away: its port is free, its lines go through none.</summary>
    Task<Result> DisconnectAsync(Guid dropId, long version, CancellationToken cancellationToken);

    /// <summary>The ODPs with free ports within reach of a house, the nearest first, and what light would arrive.</summary>
    /// <param name="house">Where the house is.</param>
    /// <param name="most">No more than so many, 1–50.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<IReadOnlyList<OdpOffer>>> NearestAsync(GeoPoint house, int most, CancellationToken cancellationToken);
}
