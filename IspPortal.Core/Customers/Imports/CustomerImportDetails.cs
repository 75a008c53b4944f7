namespace IspPortal.Core.Customers.Imports;

/// <summary>One import and how far it is.</summary>
/// <param name="Row">The import.</param>
/// <param name="Mapping">The mapping it was checked with, or null.</param>
/// <param name="Chosen">Rows a customer is made of, those that were made among them.</param>
/// <param name="Left">Rows that are chosen and not made yet.</param>
/// <param name="Kept">Possible doubles that are chosen nevertheless.</param>
public sealed record CustomerImportDetails(CustomerImportRow Row, CustomerImportMapping? Mapping, int Chosen, int Left, int Kept);
