using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>An invoice of which tax was withheld and no slip is there.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="Number">Its number.</param>
/// <param name="BuyerName">Who withholds.</param>
/// <param name="IssuedOn">Its day.</param>
/// <param name="Base">What it was withheld of.</param>
/// <param name="Withheld">How much.</param>
/// <param name="Days">For how many days it has waited.</param>
public sealed record WaitingSlipRow(Guid InvoiceId, Guid BillingAccountId, string Number, string BuyerName, DateOnly IssuedOn, Money Base, Money Withheld, int Days);
