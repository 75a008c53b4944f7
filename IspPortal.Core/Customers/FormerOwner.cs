using IspPortal.Core.Audit;

namespace IspPortal.Core.Customers;

/// <summary>The legal person that a customer was until a name transfer.</summary>
internal sealed class FormerOwner
{
    public required Guid Id { get; init; }

    public required Guid CustomerId { get; set; }

    public required string Name { get; set; }

    public string? CompanyName { get; set; }

    public required CustomerKind Kind { get; init; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Encrypted in the database.</summary>
    public string? TaxId { get; set; }

    [NotAudited]
    public string? TaxIdHash { get; set; }

    /// <summary>Encrypted in the database.</summary>
    public string? IdentityNumber { get; set; }

    [NotAudited]
    public string? IdentityHash { get; set; }

    /// <summary>The first day that was no longer theirs.</summary>
    public required DateOnly UntilOn { get; init; }

    /// <summary>When the transfer was recorded: what was held then is theirs.</summary>
    public required DateTime HandedOverAtUtc { get; init; }

    /// <summary>When the person was erased; only the day of the transfer is left.</summary>
    public DateTime? ErasedAtUtc { get; set; }
}
