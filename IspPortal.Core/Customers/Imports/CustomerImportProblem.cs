using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Imports;

/// <summary>A row that no customer was made of, and why.</summary>
/// <param name="Cells">The row as it was uploaded.</param>
/// <param name="Verdict">What it was judged to be.</param>
/// <param name="Problems">What is wrong with it, by field.</param>
/// <param name="Match">By what it is or may be somebody who is there, or null.</param>
/// <param name="Other">The number of that customer, or null.</param>
/// <param name="OtherNumber">The line before that it repeats or may repeat, or null.</param>
public sealed record CustomerImportProblem(
    IReadOnlyList<string> Cells, CustomerImportVerdict Verdict, IReadOnlyList<FieldError> Problems, CustomerImportMatch? Match, string? Other, int? OtherNumber);
