using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;

namespace IspPortal.Infrastructure.Billing.Corrections;

/// <summary>A credit note before it is written.</summary>
/// <param name="Invoice">The invoice, tracked.</param>
/// <param name="Taken">What is taken back by line, in the terms of the line.</param>
/// <param name="Amounts">What it comes to.</param>
/// <param name="Parts">What it is made of in the ledger.</param>
/// <param name="Withheld">Of it what the customer was to withhold.</param>
/// <param name="Collected">Of it what the customer pays to the state.</param>
/// <param name="OffInvoice">What the invoice owes less.</param>
/// <param name="ToCredit">What becomes credit.</param>
/// <param name="Unearned">Parts that are not earned any more.</param>
internal sealed record WantedCredit(
    Invoice Invoice, IReadOnlyList<(InvoiceLine Line, Money Amount)> Taken, CreditAmounts Amounts, BilledAmounts Parts, Money Withheld, Money Collected, Money OffInvoice, Money ToCredit,
    IReadOnlyList<DeferredPart> Unearned);
