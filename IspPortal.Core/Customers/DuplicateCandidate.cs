namespace IspPortal.Core.Customers;

/// <summary>A customer that shares an index with what is typed.</summary>
internal sealed record DuplicateCandidate(
    Guid Id, string Number, string Name, string NameSound, string? Phone, IReadOnlyList<string> ContactPhones, string? IdentityHash, string? Street, string? City, CustomerStatus Status);
