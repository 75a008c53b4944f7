using IspPortal.Core.Customers.BillingAccounts;

namespace IspPortal.Core.Customers;

/// <summary>Everything a page shows of one customer; identity and tax number masked.</summary>
public sealed record CustomerDetails
{
    /// <summary>What lists show.</summary>
    public required CustomerRow Row { get; init; }

    /// <summary>Street, house, RT/RW.</summary>
    public string? Street { get; init; }

    /// <summary>Kelurahan or desa.</summary>
    public string? Village { get; init; }

    /// <summary>Kecamatan.</summary>
    public string? District { get; init; }

    /// <summary>Province.</summary>
    public string? Province { get; init; }

    /// <summary>Five digits.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Degrees north, or null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, or null.</summary>
    public double? Longitude { get; init; }

    /// <summary>The language of messages.</summary>
    public required string Language { get; init; }

    /// <summary>How messages go out.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>The NPWP with only its last digits, or null when none is held.</summary>
    public string? TaxIdMasked { get; init; }

    /// <summary>The identity number with only its last digits, or null when none is held.</summary>
    public string? IdentityMasked { get; init; }

    /// <summary>Day of birth, or null.</summary>
    public DateOnly? BirthOn { get; init; }

    /// <summary>Gender, or null.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Why it was removed, or null.</summary>
    public string? RemovalReason { get; init; }

    /// <summary>The customer that took this one in, or null.</summary>
    public Guid? MergedIntoId { get; init; }

    /// <summary>When the person was erased, or null.</summary>
    public DateTime? ErasedAtUtc { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTime UpdatedAtUtc { get; init; }

    /// <summary>To be given back with a change.</summary>
    public required long Version { get; init; }

    /// <summary>Contact persons in order.</summary>
    public required IReadOnlyList<ContactRow> Contacts { get; init; }

    /// <summary>Billing accounts, the default one first.</summary>
    public required IReadOnlyList<BillingAccountRow> Accounts { get; init; }

    /// <summary>Notes, newest first, at most 100.</summary>
    public required IReadOnlyList<NoteRow> Notes { get; init; }

    /// <summary>Whom the lines belonged to before, the last first.</summary>
    public required IReadOnlyList<FormerOwnerRow> FormerOwners { get; init; }
}
