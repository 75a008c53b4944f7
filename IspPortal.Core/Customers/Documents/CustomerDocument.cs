using IspPortal.Core.Audit;

namespace IspPortal.Core.Customers.Documents;

/// <summary>A document of a customer. The row says what it is; the bytes lie encrypted in a file named by <see cref="StoredAs"/>.</summary>
[Audited("customer_document")]
internal sealed class CustomerDocument
{
    public required Guid Id { get; init; }

    public required Guid CustomerId { get; set; }

    /// <summary>Whose it is; null: the present owner's. A name transfer leaves the papers to whom they are about.</summary>
    public Guid? FormerOwnerId { get; set; }

    public required DocumentKind Kind { get; set; }

    public required DocumentFormat Format { get; init; }

    /// <summary>The file: an id of its own, so that two who use one id for two documents do not write over each other.</summary>
    [NotAudited]
    public required Guid StoredAs { get; init; }

    /// <summary>The name the file came under, without a path.</summary>
    [Personal]
    public required string FileName { get; set; }

    public required long SizeBytes { get; init; }

    /// <summary>Finds the same file sent twice.</summary>
    [NotAudited]
    public required string ContentHash { get; set; }

    /// <summary>Pixels across, or null for a PDF.</summary>
    [NotAudited]
    public int? Width { get; init; }

    /// <summary>Pixels down, or null for a PDF.</summary>
    [NotAudited]
    public int? Height { get; init; }

    /// <summary>Pages of a PDF; 1 for a picture.</summary>
    [NotAudited]
    public required int Pages { get; init; }

    [Personal]
    public string? Description { get; set; }

    /// <summary>The last day on which it is good, or null.</summary>
    public DateOnly? ExpiresOn { get; set; }

    public DocumentState State { get; set; }

    /// <summary>Why it was rejected.</summary>
    [Personal]
    public string? StateReason { get; set; }

    public string? JudgedBy { get; set; }

    public DateTime? JudgedAtUtc { get; set; }

    public required string UploadedBy { get; init; }

    public required DateTime UploadedAtUtc { get; init; }

    public DateTime? RemovedAtUtc { get; set; }

    [Personal]
    public string? RemovalReason { get; set; }

    /// <summary>When the file itself went for good: erasure of the person, or long after the removal.</summary>
    public DateTime? FileErasedAtUtc { get; set; }

    public long Version { get; set; }
}
