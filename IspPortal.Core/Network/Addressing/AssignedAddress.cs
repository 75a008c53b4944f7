using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Addressing;

/// <summary>A fixed address on one router. A line that is on both routers of a pair has one of these for each, with the same id.</summary>
internal sealed record AssignedAddress(long Address, Guid RouterId, AccessService Service, string Username)
{
    public Guid? AccessId { get; init; }

    public bool IsOwned { get; init; }

    /// <summary>A DHCP lease: the router keeps it out of what its DHCP server hands out.</summary>
    public bool IsLease { get; init; }

    /// <summary>Who holds it: an owned line wherever it is, anything else by its router, service and name.</summary>
    public string Holder => IsOwned ? $"{AccessId}" : $"{RouterId}:{Service}:{Username}";
}
