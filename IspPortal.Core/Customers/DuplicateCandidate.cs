namespace IspPortal.Core.Customers;

/// <summary>A customer that shares an index with what is typed.</summary>
internal sealed record DuplicateCandidate(
    Guid Id, string Number, string Name, string NameSound, string? Phone, IReadOnlyList<string> ContactPhones, string? IdentityHash, string? Street, string? City, CustomerStatus Status)
{
    /// <summary>Its code in the system it came from, or null.</summary>
    public string? ExternalCode { get; init; }

    public string? TaxIdHash { get; init; }

    public bool IsRemoved { get; init; }
}
