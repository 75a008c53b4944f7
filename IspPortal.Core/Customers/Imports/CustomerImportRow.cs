namespace IspPortal.Core.Customers.Imports;

/// <summary>One import.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rows">Rows of the sheet, headings left out.</param>
/// <param name="New">Rows that are new customers, as the check found.</param>
/// <param name="Possible">Rows that may be somebody who is there.</param>
/// <param name="Known">Rows that are there already.</param>
/// <param name="Wrong">Rows with something wrong.</param>
/// <param name="Made">Customers that were made.</param>
/// <param name="CreatedBy">Who uploaded it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="StartedBy">Who began the import, or null.</param>
/// <param name="StartedAtUtc">When, or null.</param>
/// <param name="EndedAtUtc">When it ended, or null.</param>
/// <param name="IsHeld">Whether its rows are still held; they go some days after its end.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record CustomerImportRow(
    Guid Id,
    string FileName,
    CustomerImportState State,
    int Rows,
    int New,
    int Possible,
    int Known,
    int Wrong,
    int Made,
    string CreatedBy,
    DateTime CreatedAtUtc,
    string? StartedBy,
    DateTime? StartedAtUtc,
    DateTime? EndedAtUtc,
    bool IsHeld,
    long Version);
