namespace IspPortal.Core.Customers.Imports;

/// <summary>Which column of a file fills which field.</summary>
/// <param name="Sheet">The sheet, from 0.</param>
/// <param name="Columns">One entry a field; a field without one stays empty.</param>
public sealed record CustomerImportMapping(int Sheet, IReadOnlyList<CustomerImportColumn> Columns)
{
    /// <summary>Fields that can have one value for all rows.</summary>
    public static IReadOnlyList<CustomerImportField> Fixable { get; } =
        [CustomerImportField.Kind, CustomerImportField.Language, CustomerImportField.Channel, CustomerImportField.Tags];

    /// <summary>The entry of a field, or null.</summary>
    public CustomerImportColumn? Of(CustomerImportField field) => Columns.FirstOrDefault(column => column.Field == field);
}
