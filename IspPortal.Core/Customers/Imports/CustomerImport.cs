using IspPortal.Core.Audit;
using IspPortal.Core.Identity;

namespace IspPortal.Core.Customers.Imports;

/// <summary>One file of customers on its way into the portal, kept so that it goes on after a restart and nobody is made twice.</summary>
[Audited("customer-import")]
internal sealed class CustomerImport
{
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public CustomerImportState State { get; set; }

    /// <summary>The headings of its sheets as they are compared: the same ones get the same mapping offered.</summary>
    [NotAudited]
    public required string HeadingsHash { get; set; }

    /// <summary>JSON of a <see cref="CustomerImportMapping"/>; null until somebody chose it.</summary>
    [NotAudited]
    public string? Mapping { get; set; }

    /// <summary>Rows of the chosen sheet, its headings left out; before that of the longest one.</summary>
    public int Rows { get; set; }

    public int New { get; set; }

    public int Possible { get; set; }

    public int Known { get; set; }

    public int Wrong { get; set; }

    [NotAudited]
    public int Made { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When somebody last did something with it: what nobody goes on with is thrown away.</summary>
    [NotAudited]
    public required DateTime TouchedAtUtc { get; set; }

    public DateTime? StartedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    /// <summary>In whose name the customers are made: who pressed start.</summary>
    [NotAudited]
    public ActorKind StartedByKind { get; set; }

    [NotAudited]
    public Guid? StartedById { get; set; }

    public string? StartedBy { get; set; }

    [NotAudited]
    public string? StartedFrom { get; set; }

    /// <summary>When its rows went; null: they are held.</summary>
    public DateTime? ContentErasedAtUtc { get; set; }

    [NotAudited]
    public Guid? LeasedBy { get; set; }

    [NotAudited]
    public DateTime? LeasedUntilUtc { get; set; }

    public long Version { get; set; }
}
