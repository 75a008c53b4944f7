namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>How fast the link of an interface was when its router was last asked.</summary>
internal sealed class InterfaceSpeed
{
    public required Guid RouterId { get; init; }

    /// <summary>The interface's name. Unique per router.</summary>
    public required string Name { get; init; }

    public required long BitsPerSecond { get; set; }

    public required DateTime ReadAtUtc { get; set; }
}
