using IspPortal.Core.Billing.Invoices;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A bill in a list.</summary>
/// <param name="Id">The bill.</param>
/// <param name="Number">Its number; null: a draft.</param>
/// <param name="Kind">invoice, proForma or debitNote.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsOverdue">Whether its day is over.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="AccountNumber">The number of that account.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="BuyerName">Who it was made out to.</param>
/// <param name="IssuedOn">Its day.</param>
/// <param name="DueOn">Until when it is to be paid.</param>
/// <param name="PeriodFromOn">The first day that it is for, or null.</param>
/// <param name="PeriodToOn">The last day, or null.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Total">With tax.</param>
/// <param name="Payable">What the customer pays to us.</param>
/// <param name="Outstanding">What of that is open.</param>
internal sealed record InvoiceResource(
    Guid Id, string? Number, InvoiceKind Kind, InvoiceStatus Status, bool IsOverdue, Guid BillingAccountId, string AccountNumber, Guid CustomerId, string BuyerName, DateOnly? IssuedOn, DateOnly? DueOn,
    DateOnly? PeriodFromOn, DateOnly? PeriodToOn, string Currency, long Total, long Payable, long Outstanding)
{
    public static InvoiceResource Of(InvoiceRow row) => new(
        row.Id, row.Number, row.Kind, row.Status, row.IsOverdue, row.BillingAccountId, row.AccountNumber, row.CustomerId, row.BuyerName, row.IssuedOn, row.DueOn, row.PeriodFromOn, row.PeriodToOn,
        row.Total.Currency.Code, row.Total.Minor, row.Payable.Minor, row.Outstanding.Minor);
}
