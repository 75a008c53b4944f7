namespace IspPortal.Core.Customers.Imports;

/// <summary>What a row is judged to be.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Match">By what it is or may be somebody who is there; null when it is not.</param>
/// <param name="OtherId">That customer, or null when it is another row.</param>
/// <param name="OtherNumber">That row's line in the file, or null.</param>
internal sealed record CustomerImportFinding(CustomerImportVerdict Verdict, CustomerImportMatch? Match = null, Guid? OtherId = null, int? OtherNumber = null);
