using IspPortal.Core.Audit;
using IspPortal.Core.Network.Pairs;

namespace IspPortal.Core.Network.Routers;

/// <summary>A router the portal reads. Removed ones stay for their history; their keys are null, so that name and address are free again.</summary>
[Audited("router")]
internal sealed class Router
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name as it is compared, or null once removed. Unique.</summary>
    [NotAudited]
    public string? NameKey { get; set; }

    public required string Host { get; set; }

    public int Port { get; set; }

    /// <summary>Host and port as they are compared, or null once removed. Unique.</summary>
    [NotAudited]
    public string? AddressKey { get; set; }

    public bool UseTls { get; set; }

    public required string Username { get; set; }

    public required string Password { get; set; }

    public string? PinnedCertificateSha256 { get; set; }

    public string? Site { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Notes { get; set; }

    public bool Enabled { get; set; }

    public int? CountersEverySeconds { get; set; }

    public int? SessionsEverySeconds { get; set; }

    /// <summary>What the uplink carries, in Mbit/s; null: not said.</summary>
    public int? CapacityMegabits { get; set; }

    /// <summary>How many sessions it is meant for; null: not said.</summary>
    public int? CapacitySessions { get; set; }

    /// <summary>Words to find it by, one space between.</summary>
    public string? Tags { get; set; }

    /// <summary>The partner of a pair, or null. Both name each other.</summary>
    public Guid? TwinRouterId { get; set; }

    /// <summary>How the pair keeps its lines; the same on both. Without a partner it means nothing.</summary>
    public PairMode TwinMode { get; set; }

    /// <summary>Since when the portal only watches: nothing is written. Null: it may write.</summary>
    public DateTime? ObservesSinceUtc { get; set; }

    /// <summary>When a test session last proved the isolir kit; null: never, or it failed since.</summary>
    public DateTime? IsolirProvenAtUtc { get; set; }

    /// <summary>The version on which the command shapes that the portal writes were probed and found good; null: none yet.</summary>
    [NotAudited]
    public string? ProbedVersion { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public DateTime? RemovedAtUtc { get; set; }

    /// <summary>Why it was removed, as the person said; null while it is there.</summary>
    public string? RemovalReason { get; set; }

    /// <summary>What the last good poll learned, for lists while the router is away.</summary>
    [NotAudited]
    public string? Identity { get; set; }

    [NotAudited]
    public string? RouterOsVersion { get; set; }

    [NotAudited]
    public string? Board { get; set; }

    [NotAudited]
    public DateTime? LastGoodPollAtUtc { get; set; }

    public long Version { get; set; }

    public static string KeyOf(string name) => name.Trim().ToLowerInvariant();

    public static string KeyOf(string host, int port) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{host.Trim().ToLowerInvariant()}:{port}");
}
