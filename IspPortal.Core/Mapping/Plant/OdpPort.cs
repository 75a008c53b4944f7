using IspPortal.Core.Audit;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>A port of an ODP that is not free. The key is the port itself, so that of two who want it exactly one gets it.</summary>
[Audited("odp_port")]
internal sealed class OdpPort
{
    public required Guid OdpId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Never <see cref="OdpPortState.Free"/>.</summary>
    public OdpPortState State { get; set; }

    /// <summary>Of a used one: the drop; else null.</summary>
    public Guid? DropId { get; set; }

    /// <summary>Of a reserved one: the sign-up or subscription that it is kept for; else null.</summary>
    public Guid? ReservedFor { get; set; }

    /// <summary>Until when it is kept; null: until it is used or given up.</summary>
    public DateTime? ReservedUntilUtc { get; set; }

    public string? Note { get; set; }

    /// <summary>Who said so last.</summary>
    [NotAudited]
    public required string ChangedBy { get; set; }

    [NotAudited]
    public DateTime ChangedAtUtc { get; set; }

    public long Version { get; set; }
}
