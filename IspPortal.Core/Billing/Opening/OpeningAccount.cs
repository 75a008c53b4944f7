namespace IspPortal.Core.Billing.Opening;

/// <summary>A billing account that rows may mean.</summary>
/// <param name="Id">The account.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">Its customer.</param>
/// <param name="CustomerNumber">The customer's number.</param>
/// <param name="CustomerCode">The customer's code in the old system, or null.</param>
/// <param name="IsDefault">Whether it is the customer's own.</param>
/// <param name="BuyerName">Who its bills are made out to.</param>
/// <param name="BuyerAddress">Where they go, or null.</param>
public sealed record OpeningAccount(Guid Id, string Number, Guid CustomerId, string CustomerNumber, string? CustomerCode, bool IsDefault, string BuyerName, string? BuyerAddress);
