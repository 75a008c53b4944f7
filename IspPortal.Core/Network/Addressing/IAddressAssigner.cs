using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Addressing;

/// <summary>
/// Gives fixed addresses to lines. An address belongs to one owned line, wherever it is served; the database itself holds to that, so that two who assign at
/// once never get the same. Looking needs <see cref="NetworkPermissions.RoutersRead"/>, assigning <see cref="NetworkPermissions.AccessesWrite"/>.
/// </summary>
public interface IAddressAssigner
{
    /// <summary>What stands against an address for a line of a router.</summary>
    /// <param name="routerId">The router that is to serve it.</param>
    /// <param name="address">An IPv4 address; anything else has nothing against it.</param>
    /// <param name="accessId">The line itself, which is not in its own way; null for a new one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result<AddressCheck>> CheckAsync(Guid routerId, string address, Guid? accessId, CancellationToken cancellationToken);

    /// <summary>
    /// The lowest address of a range that no line, no account read from any router, no open session and none of the router's interfaces has.
    /// <see cref="AddressingErrors.NothingFree"/>, <see cref="AddressingErrors.NotARange"/>.
    /// </summary>
    /// <param name="routerId">For which router.</param>
    /// <param name="range"><c>10.0.0.10-10.0.0.250</c> or <c>10.0.0.0/24</c> (whose first and last address are left out), several with commas between.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result<FreeAddress>> FindFreeAsync(Guid routerId, string range, CancellationToken cancellationToken);

    /// <summary>The same out of a pool; <see cref="AddressingErrors.PoolNotFound"/>.</summary>
    Task<Result<FreeAddress>> FindFreeInPoolAsync(Guid poolId, CancellationToken cancellationToken);

    /// <summary>Gives the lowest free address of a range to an owned line; until a plan is applied nothing changes on its router.</summary>
    Task<Result<FreeAddress>> AssignAsync(Guid accessId, string range, CancellationToken cancellationToken);
}
