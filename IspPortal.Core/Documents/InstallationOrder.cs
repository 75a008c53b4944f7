using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Documents;

/// <summary>
/// The installation order (<i>surat perintah kerja</i>) that a technician takes along: who, where, which plan, which login, with what, and room for results and signatures.
/// </summary>
public sealed record InstallationOrder : IPrintedDocument
{
    /// <summary>The order's number, e.g. that of the subscription.</summary>
    public required string Number { get; init; }

    /// <summary>The day it was made out, of the business zone.</summary>
    public required DateOnly OrderedOn { get; init; }

    /// <summary>The day it shall be done, or null when none is agreed.</summary>
    public DateOnly? PlannedOn { get; init; }

    /// <summary>When on that day, in words, or null.</summary>
    public string? PlannedTime { get; init; }

    /// <summary>Who shall do it, or null: the name is written in by hand.</summary>
    public string? TechnicianName { get; init; }

    /// <summary>The customer's number.</summary>
    public required string CustomerNumber { get; init; }

    /// <summary>The person.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The company, or null for a person.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The customer's phone, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Whom to ask for at the place, with a phone, or null.</summary>
    public string? ContactOnSite { get; init; }

    /// <summary>Where the line goes, in one line.</summary>
    public required string Address { get; init; }

    /// <summary>How to find it (<i>patokan</i>), or null.</summary>
    public string? PlaceNotes { get; init; }

    /// <summary>Degrees north, or null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, or null.</summary>
    public double? Longitude { get; init; }

    /// <summary>The plan's name.</summary>
    public required string PlanName { get; init; }

    /// <summary>Down, or null.</summary>
    public long? DownBitsPerSecond { get; init; }

    /// <summary>Up, or null.</summary>
    public long? UpBitsPerSecond { get; init; }

    /// <summary>The router that serves it, or null.</summary>
    public string? RouterName { get; init; }

    /// <summary>The line's username, or null for a line without one.</summary>
    public string? Username { get; init; }

    /// <summary>The line's password where the order may carry it, else null: a paper lies about.</summary>
    public string? Password { get; init; }

    /// <summary>The VLAN to be set on the ONT, or null.</summary>
    public int? Vlan { get; init; }

    /// <summary>The fixed address, or null.</summary>
    public string? FixedAddress { get; init; }

    /// <summary>What is taken along, in order.</summary>
    public IReadOnlyList<InstallationItem> Items { get; init; } = [];

    /// <summary>What the customer pays on the spot, or null for nothing.</summary>
    public Money? ToCollect { get; init; }

    /// <summary>Anything else the technician should know, or null.</summary>
    public string? Notes { get; init; }

    /// <inheritdoc />
    public string FileName => $"spk-{Number}".ToLowerInvariant();
}
