namespace IspPortal.Core.Billing.Opening;

/// <summary>An import of opening balances.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">Its file.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CutoverOn">The day to which it is posted.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Ready">How many are or would be booked.</param>
/// <param name="Known">How many an earlier import brought along.</param>
/// <param name="Wrong">How many have problems.</param>
/// <param name="CreatedBy">Who uploaded it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="CheckedAtUtc">When its rows were last judged.</param>
/// <param name="BookedBy">Who booked it, or null.</param>
/// <param name="BookedAtUtc">When, or null.</param>
/// <param name="UndoneBy">Who took it back, or null.</param>
/// <param name="UndoneAtUtc">When, or null.</param>
/// <param name="UndoReason">Why, or null.</param>
/// <param name="Version">For changes.</param>
public sealed record OpeningImportRow(
    Guid Id,
    string FileName,
    OpeningState State,
    DateOnly CutoverOn,
    int Rows,
    int Ready,
    int Known,
    int Wrong,
    string CreatedBy,
    DateTime CreatedAtUtc,
    DateTime CheckedAtUtc,
    string? BookedBy,
    DateTime? BookedAtUtc,
    string? UndoneBy,
    DateTime? UndoneAtUtc,
    string? UndoReason,
    long Version);
