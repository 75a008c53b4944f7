namespace IspPortal.Core.Customers;

/// <summary>The numbers by which the state knows a customer, in full.</summary>
/// <param name="IdentityNumber">KTP number (NIK), 16 digits, or null.</param>
/// <param name="TaxId">NPWP, 15 or 16 digits, or null. Since 2024 a person's is the identity number.</param>
public sealed record PersonNumbers(string? IdentityNumber, string? TaxId);
