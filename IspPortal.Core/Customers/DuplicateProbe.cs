namespace IspPortal.Core.Customers;

/// <summary>What has been typed so far of a customer that may be there already.</summary>
/// <param name="Except">The customer that is being changed, or null.</param>
/// <param name="Name">Name or company as far as typed.</param>
/// <param name="Phone">Phone in any form.</param>
/// <param name="IdentityNumber">Identity number.</param>
/// <param name="Street">Street.</param>
/// <param name="City">City.</param>
public sealed record DuplicateProbe(Guid? Except, string? Name, string? Phone, string? IdentityNumber, string? Street, string? City)
{
    /// <summary>Tax number.</summary>
    public string? TaxId { get; init; }
}
