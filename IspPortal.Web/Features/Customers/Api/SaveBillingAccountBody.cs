using IspPortal.Core.Customers.BillingAccounts;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>A billing account as it is added or changed.</summary>
/// <param name="CustomerId">When adding: whose.</param>
/// <param name="Name">What the account is called, up to 200 characters.</param>
/// <param name="Address">Where bills go; null is the customer's own address.</param>
/// <param name="PaysBy">How it usually pays.</param>
/// <param name="PaymentNotes">What else is to be known about paying.</param>
/// <param name="IsDefault">True makes it the default one.</param>
/// <param name="Version">When changing: the version that was read.</param>
internal sealed record SaveBillingAccountBody(
    Guid? CustomerId = null,
    string? Name = null,
    string? Address = null,
    PaymentWay PaysBy = PaymentWay.Transfer,
    string? PaymentNotes = null,
    bool IsDefault = false,
    long? Version = null)
{
    public SaveBillingAccountRequest ToRequest() => new(Name ?? "", Address, PaysBy, PaymentNotes, IsDefault);
}
