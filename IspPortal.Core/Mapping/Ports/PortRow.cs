using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Ports;

/// <summary>One port of an ODP.</summary>
/// <param name="OdpId">The ODP.</param>
/// <param name="Number">From 1.</param>
/// <param name="State">How it stands now: one that was kept until a moment that has passed is free.</param>
/// <param name="Version">To be given back with a change; 0 where nothing was ever said.</param>
public sealed record PortRow(Guid OdpId, int Number, OdpPortState State, long Version)
{
    /// <summary>Of a used one: the drop; else null.</summary>
    public PortDrop? Drop { get; init; }

    /// <summary>Of a reserved one: the sign-up or subscription that it is kept for; else null.</summary>
    public Guid? ReservedFor { get; init; }

    /// <summary>The customer of that, where there is one already; else null.</summary>
    public string? ReservedForName { get; init; }

    /// <summary>Until when it is kept; null: until it is used or given up.</summary>
    public DateTime? ReservedUntilUtc { get; init; }

    /// <summary>A few words, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Who said so last; null where nothing was ever said.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When; null likewise.</summary>
    public DateTime? ChangedAtUtc { get; init; }
}
