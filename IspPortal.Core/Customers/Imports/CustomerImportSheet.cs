namespace IspPortal.Core.Customers.Imports;

/// <summary>The beginning of one sheet.</summary>
/// <param name="Name">Its name; empty in a CSV.</param>
/// <param name="Headings">What its columns are called.</param>
/// <param name="Rows">How many rows follow the headings.</param>
/// <param name="First">The first ones, for looking at.</param>
public sealed record CustomerImportSheet(string Name, IReadOnlyList<string> Headings, int Rows, IReadOnlyList<IReadOnlyList<string>> First);
