using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>A fixed address on one router, of a line that the portal manages or of what was read there.</summary>
internal sealed class AssignmentEntry
{
    public long Address { get; init; }

    public Guid RouterId { get; init; }

    public Guid? AccessId { get; init; }

    public AccessService Service { get; init; }

    public required string Username { get; init; }

    public bool IsOwned { get; init; }

    public bool IsLease { get; init; }

    public bool IsDisabled { get; init; }
}
