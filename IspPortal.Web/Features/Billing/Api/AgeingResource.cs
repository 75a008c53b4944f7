using IspPortal.Core.Billing.Ageing;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What one billing account owes, by how late it is.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="BillingAccountNumber">Its number.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">What the customer is called.</param>
/// <param name="Phone">The customer's number, or null.</param>
/// <param name="Bills">How many bills are open.</param>
/// <param name="OldestDueOn">The earliest day that an open one was due, or null.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Sums">The amounts.</param>
internal sealed record AgeingResource(
    Guid BillingAccountId, string BillingAccountNumber, Guid CustomerId, string CustomerName, string? Phone, int Bills, DateOnly? OldestDueOn, string Currency, AgeingSumsResource Sums)
{
    public static AgeingResource Of(AgeingRow row) => new(
        row.BillingAccountId, row.Number, row.CustomerId, row.CustomerName, row.Phone, row.Bills, row.OldestDueOn, row.Sums.Total.Currency.Code, AgeingSumsResource.Of(row.Sums));
}
