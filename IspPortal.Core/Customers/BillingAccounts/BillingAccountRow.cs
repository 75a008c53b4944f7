namespace IspPortal.Core.Customers.BillingAccounts;

/// <summary>A billing account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Number">E.g. <c>BA-202611-000042</c>.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">What that customer is called on screens.</param>
/// <param name="Name">What the account is called.</param>
/// <param name="IsDefault">Whether new lines go to it.</param>
/// <param name="Address">Where bills go; null is the customer's own address.</param>
/// <param name="PaysBy">How it usually pays.</param>
/// <param name="PaymentNotes">What else is to be known about paying, or null.</param>
/// <param name="ClosedAtUtc">When it was closed, or null.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record BillingAccountRow(
    Guid Id,
    string Number,
    Guid CustomerId,
    string CustomerName,
    string Name,
    bool IsDefault,
    string? Address,
    PaymentWay PaysBy,
    string? PaymentNotes,
    DateTime? ClosedAtUtc,
    long Version);
