namespace IspPortal.Core.Customers.Imports;

/// <summary>Where one field comes from.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column of the file, from 0; null: none.</param>
/// <param name="Value">What every row gets whose column says nothing; tags are added to those of the column. Only for kind, language, channel and tags.</param>
public sealed record CustomerImportColumn(CustomerImportField Field, int? Column, string? Value = null);
