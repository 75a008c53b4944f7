namespace IspPortal.Core.Customers.Imports;

/// <summary>Imports of customers; a page of the settings.</summary>
public sealed record CustomerImportSettings
{
    /// <summary>How many days after its end the rows of an uploaded file are kept, and how many days one waits that nobody goes on with.</summary>
    public int KeepRowsDays { get; init; } = 14;
}
