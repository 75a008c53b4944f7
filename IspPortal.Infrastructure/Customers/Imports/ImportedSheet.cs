using IspPortal.Core.Common.Tables;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>One sheet of an uploaded file as it is kept.</summary>
/// <param name="Name">Its name; empty in a CSV.</param>
/// <param name="Headings">What its columns are called.</param>
/// <param name="Rows">The rows below the headings.</param>
internal sealed record ImportedSheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<TableRow> Rows);
