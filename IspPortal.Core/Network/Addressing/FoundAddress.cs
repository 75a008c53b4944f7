using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Addressing;

/// <summary>A fixed address that a router holds for an account or line that nobody took over.</summary>
internal sealed class FoundAddress
{
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public AccessService Service { get; set; }

    /// <summary>The account's name; for a lease its address.</summary>
    public required string Username { get; set; }

    /// <summary>As <see cref="Ipv4"/> counts.</summary>
    public long Address { get; set; }

    public bool IsLease { get; set; }

    public bool IsDisabled { get; set; }

    public DateTime FirstSeenAtUtc { get; set; }
}
