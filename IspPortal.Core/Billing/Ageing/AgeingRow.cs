namespace IspPortal.Core.Billing.Ageing;

/// <summary>What one billing account owes, by how late it is.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">What the customer is called.</param>
/// <param name="Phone">The customer's number; null: none, or the reader may not see customers.</param>
/// <param name="Bills">How many bills are open.</param>
/// <param name="OldestDueOn">The earliest day that an open one was due, or null.</param>
/// <param name="Sums">The amounts.</param>
public sealed record AgeingRow(Guid BillingAccountId, string Number, string Name, Guid CustomerId, string CustomerName, string? Phone, int Bills, DateOnly? OldestDueOn, AgeingSums Sums);
