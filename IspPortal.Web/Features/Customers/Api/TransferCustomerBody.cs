using IspPortal.Core.Customers;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>The new legal person of a name transfer.</summary>
/// <param name="Name">The person.</param>
/// <param name="Kind">What sort.</param>
/// <param name="OnDay">The first day that is theirs; today or earlier.</param>
/// <param name="Reason">Why, up to 500 characters; required.</param>
/// <param name="CompanyName">The company.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Phone">Phone.</param>
/// <param name="TaxId">NPWP.</param>
/// <param name="IdentityNumber">KTP.</param>
/// <param name="Version">The version that was read.</param>
internal sealed record TransferCustomerBody(
    string? Name = null,
    CustomerKind Kind = CustomerKind.Residential,
    DateOnly? OnDay = null,
    string? Reason = null,
    string? CompanyName = null,
    string? Email = null,
    string? Phone = null,
    string? TaxId = null,
    string? IdentityNumber = null,
    long? Version = null)
{
    public TransferCustomerRequest ToRequest() => new(Name ?? "", Kind, OnDay ?? default, Reason ?? "")
    {
        CompanyName = CompanyName,
        Email = Email,
        Phone = Phone,
        TaxId = TaxId,
        IdentityNumber = IdentityNumber,
    };
}
