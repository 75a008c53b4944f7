namespace IspPortal.Core.Network.Routers;

/// <summary>Which node polls a router now. A lease that ran out may be taken by any node.</summary>
internal sealed class RouterLease
{
    public Guid RouterId { get; set; }

    public required string Owner { get; set; }

    public DateTime ExpiresAtUtc { get; set; }
}
