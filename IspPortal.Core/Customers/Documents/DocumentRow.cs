namespace IspPortal.Core.Customers.Documents;

/// <summary>One document in a list, without its content.</summary>
/// <param name="Id">The document.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerNumber">The customer's number.</param>
/// <param name="CustomerName">What the customer is called on screens.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Format">What the file is.</param>
/// <param name="FileName">The name it came under.</param>
/// <param name="SizeBytes">Bytes of the file.</param>
/// <param name="Pages">Pages of a PDF; 1 for a picture.</param>
/// <param name="Width">Pixels across, or null for a PDF.</param>
/// <param name="Height">Pixels down, or null for a PDF.</param>
/// <param name="Description">A few words, or null.</param>
/// <param name="ExpiresOn">The last day on which it is good, or null.</param>
/// <param name="Expiry">Where it stands to that day.</param>
/// <param name="State">Whether somebody has judged it.</param>
/// <param name="StateReason">Why it was rejected, or null.</param>
/// <param name="JudgedBy">Who judged it, or null.</param>
/// <param name="JudgedAtUtc">When, or null.</param>
/// <param name="UploadedBy">Who sent it.</param>
/// <param name="UploadedAtUtc">When.</param>
/// <param name="RemovedAtUtc">When it was removed, or null.</param>
/// <param name="RemovalReason">Why, or null.</param>
/// <param name="FileErasedAtUtc">When its file went for good, or null while it is there.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record DocumentRow(
    Guid Id,
    Guid CustomerId,
    string CustomerNumber,
    string CustomerName,
    DocumentKind Kind,
    DocumentFormat Format,
    string FileName,
    long SizeBytes,
    int Pages,
    int? Width,
    int? Height,
    string? Description,
    DateOnly? ExpiresOn,
    DocumentExpiry Expiry,
    DocumentState State,
    string? StateReason,
    string? JudgedBy,
    DateTime? JudgedAtUtc,
    string UploadedBy,
    DateTime UploadedAtUtc,
    DateTime? RemovedAtUtc,
    string? RemovalReason,
    DateTime? FileErasedAtUtc,
    long Version)
{
    /// <summary>The former owner of the customer whose it is; null: the present owner's.</summary>
    public Guid? FormerOwnerId { get; init; }

    /// <summary>What that former owner is called on screens, or null.</summary>
    public string? FormerOwnerName { get; init; }
}
