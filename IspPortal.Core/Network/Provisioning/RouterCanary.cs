namespace IspPortal.Core.Network.Provisioning;

/// <summary>The last probe of a router's command shapes.</summary>
internal sealed class RouterCanary
{
    public Guid RouterId { get; set; }

    public required string RouterOsVersion { get; set; }

    public DateTime ProbedAtUtc { get; set; }

    public bool IsGood { get; set; }

    public required string ShapesJson { get; set; }
}
