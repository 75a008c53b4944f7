using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>A bill in a list.</summary>
/// <param name="Id">The bill.</param>
/// <param name="Number">Its number; null: a draft.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsOverdue">Whether its day is over.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="AccountNumber">The number of that account.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="BuyerName">Who it was made out to.</param>
/// <param name="IssuedOn">Its day; null: a draft.</param>
/// <param name="DueOn">Until when it is to be paid; null: a draft.</param>
/// <param name="PeriodFromOn">The first day that it is for, or null.</param>
/// <param name="PeriodToOn">The last day that it is for, or null.</param>
/// <param name="Total">With tax.</param>
/// <param name="Payable">What the customer pays to us.</param>
/// <param name="Outstanding">What of that is open.</param>
public sealed record InvoiceRow(
    Guid Id,
    string? Number,
    InvoiceKind Kind,
    InvoiceStatus Status,
    bool IsOverdue,
    Guid BillingAccountId,
    string AccountNumber,
    Guid CustomerId,
    string BuyerName,
    DateOnly? IssuedOn,
    DateOnly? DueOn,
    DateOnly? PeriodFromOn,
    DateOnly? PeriodToOn,
    Money Total,
    Money Payable,
    Money Outstanding);
