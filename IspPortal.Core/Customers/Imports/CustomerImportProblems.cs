namespace IspPortal.Core.Customers.Imports;

/// <summary>The rows of a file that no customer was made of.</summary>
/// <param name="FileName">What the uploaded file is called.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Rows">The rows, in the file's order.</param>
public sealed record CustomerImportProblems(string FileName, IReadOnlyList<string> Headings, IReadOnlyList<CustomerImportProblem> Rows);
