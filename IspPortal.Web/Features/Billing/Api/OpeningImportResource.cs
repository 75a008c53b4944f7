using IspPortal.Core.Billing.Opening;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>An import of opening balances.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">Its file.</param>
/// <param name="State">checked, booked, undone or discarded.</param>
/// <param name="CutoverOn">The day to which it is posted.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Ready">How many are or would be booked.</param>
/// <param name="Known">How many an earlier import brought along.</param>
/// <param name="Wrong">How many have problems.</param>
/// <param name="CreatedBy">Who uploaded it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="BookedBy">Who booked it, or null.</param>
/// <param name="BookedAtUtc">When, or null.</param>
/// <param name="UndoneBy">Who took it back, or null.</param>
/// <param name="UndoneAtUtc">When, or null.</param>
/// <param name="UndoReason">Why, or null.</param>
/// <param name="Version">To be sent back.</param>
internal sealed record OpeningImportResource(
    Guid Id, string FileName, OpeningState State, DateOnly CutoverOn, int Rows, int Ready, int Known, int Wrong, string CreatedBy, DateTime CreatedAtUtc, string? BookedBy, DateTime? BookedAtUtc, string? UndoneBy,
    DateTime? UndoneAtUtc, string? UndoReason, long Version)
{
    public static OpeningImportResource Of(OpeningImportRow row) => new(
        row.Id, row.FileName, row.State, row.CutoverOn, row.Rows, row.Ready, row.Known, row.Wrong, row.CreatedBy, row.CreatedAtUtc, row.BookedBy, row.BookedAtUtc, row.UndoneBy, row.UndoneAtUtc, row.UndoReason,
        row.Version);
}
