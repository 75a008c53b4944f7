using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Imports;

/// <summary>One row of a file as it was judged.</summary>
/// <param name="Number">Its line in the file.</param>
/// <param name="Name">The name in it, or what stands for it.</param>
/// <param name="Phone">The phone in it, or null.</param>
/// <param name="ExternalCode">The old system's code in it, or null.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="IsChosen">Whether a customer is made of it.</param>
/// <param name="Problems">What is wrong with it, by field.</param>
/// <param name="Match">By what it is or may be somebody who is there; null when it is not.</param>
/// <param name="OtherId">The customer it is or may be, or null.</param>
/// <param name="OtherName">Number and name of that customer, or null.</param>
/// <param name="OtherNumber">The line before that it repeats or may repeat, or null.</param>
/// <param name="CustomerId">The customer that was made of it, or null.</param>
/// <param name="CustomerNumber">Its number, or null.</param>
public sealed record CustomerImportLineRow(
    int Number,
    string Name,
    string? Phone,
    string? ExternalCode,
    CustomerImportVerdict Verdict,
    bool IsChosen,
    IReadOnlyList<FieldError> Problems,
    CustomerImportMatch? Match,
    Guid? OtherId,
    string? OtherName,
    int? OtherNumber,
    Guid? CustomerId,
    string? CustomerNumber);
