using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One router in full: the fields of the list's row and what the form holds besides. The password is never given out.</summary>
internal sealed record RouterDetailsResource : RouterResource
{
    public RouterDetailsResource(RouterDetails details)
        : base(Of(details.Row))
    {
        Username = details.Username;
        PinnedCertificateSha256 = details.PinnedCertificateSha256;
        Notes = details.Notes;
        CountersEverySeconds = details.CountersEverySeconds;
        SessionsEverySeconds = details.SessionsEverySeconds;
        CreatedAtUtc = details.CreatedAtUtc;
        CapacityMegabits = details.CapacityMegabits;
        CapacitySessions = details.CapacitySessions;
        Tags = details.Row.Tags;
        ObservesSinceUtc = details.ObservesSinceUtc;
        TwinRouterId = details.TwinRouterId;
        TwinRouterName = details.TwinRouterName;
        TwinMode = details.TwinMode;
    }

    /// <summary>The API user.</summary>
    public string Username { get; }

    /// <summary>The certificate that is trusted, or null when none was seen yet.</summary>
    public string? PinnedCertificateSha256 { get; }

    /// <summary>Free text, or null.</summary>
    public string? Notes { get; }

    /// <summary>Its own interval of the counters poll, or null for the portal's setting.</summary>
    public int? CountersEverySeconds { get; }

    /// <summary>Its own interval of the sessions poll, or null for the portal's setting.</summary>
    public int? SessionsEverySeconds { get; }

    /// <summary>What the uplink carries, in Mbit/s, or null.</summary>
    public int? CapacityMegabits { get; }

    /// <summary>How many sessions it is meant for, or null.</summary>
    public int? CapacitySessions { get; }

    /// <summary>Words to find it by, or null.</summary>
    public string? Tags { get; }

    /// <summary>Since when the portal only watches it, or null when it may write.</summary>
    public DateTime? ObservesSinceUtc { get; }

    /// <summary>The partner of a pair, or null.</summary>
    public Guid? TwinRouterId { get; }

    /// <summary>The partner's name, or null.</summary>
    public string? TwinRouterName { get; }

    /// <summary>How the pair keeps its lines, or null without a partner.</summary>
    public PairMode? TwinMode { get; }

    /// <summary>When it was added.</summary>
    public DateTime CreatedAtUtc { get; }
}
