namespace IspPortal.Core.Customers.BillingAccounts;

/// <summary>A billing account as somebody wants it.</summary>
/// <param name="Name">What the account is called.</param>
/// <param name="Address">Where bills go; blank is the customer's own address.</param>
/// <param name="PaysBy">How it usually pays.</param>
/// <param name="PaymentNotes">What else is to be known about paying.</param>
/// <param name="IsDefault">True makes it the default one; false leaves that as it is.</param>
public sealed record SaveBillingAccountRequest(string Name, string? Address, PaymentWay PaysBy, string? PaymentNotes, bool IsDefault);
