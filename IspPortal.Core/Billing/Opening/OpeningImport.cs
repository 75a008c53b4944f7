using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Opening;

/// <summary>A file of opening balances. Audited as one: its rows are in the ledger.</summary>
[Audited("opening-import")]
internal sealed class OpeningImport
{
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public OpeningState State { get; set; }

    /// <summary>The day to which it is posted.</summary>
    public required DateOnly CutoverOn { get; init; }

    /// <summary>JSON of the headings of the file.</summary>
    [NotAudited]
    public required string Headings { get; init; }

    public int Rows { get; set; }

    public int Ready { get; set; }

    public int Known { get; set; }

    public int Wrong { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime CheckedAtUtc { get; set; }

    public string? BookedBy { get; set; }

    public DateTime? BookedAtUtc { get; set; }

    public string? UndoneBy { get; set; }

    public DateTime? UndoneAtUtc { get; set; }

    public string? UndoReason { get; set; }

    public long Version { get; set; }
}
