namespace IspPortal.Core.Customers.Imports;

/// <summary>What an uploaded file holds; apart from the import, so that no list reads it.</summary>
internal sealed class CustomerImportContent
{
    public required Guid ImportId { get; init; }

    /// <summary>All rows, packed and encrypted.</summary>
    public required byte[] Rows { get; set; }

    /// <summary>JSON of the <see cref="CustomerImportSheet"/>s: headings and first rows; encrypted in the database.</summary>
    public required string Preview { get; set; }
}
