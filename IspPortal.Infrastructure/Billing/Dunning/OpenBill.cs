using IspPortal.Core.Billing.Invoices;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>A bill that is owed and open.</summary>
internal sealed record OpenBill(Guid Id, Guid BillingAccountId, string Number, InvoiceKind Kind, Guid? BasedOnId, DateOnly DueOn, long OutstandingMinor);
