namespace IspPortal.Core.Customers.Imports;

/// <summary>Which rows of a file are wanted; null always means any.</summary>
/// <param name="Verdict">Judged so.</param>
/// <param name="Made">Whether a customer was made of them.</param>
/// <param name="Numbers">Only these lines of the file.</param>
public sealed record CustomerImportLineFilter(CustomerImportVerdict? Verdict = null, bool? Made = null, IReadOnlyList<int>? Numbers = null);
