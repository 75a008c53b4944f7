using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>A bill and whom it goes to.</summary>
/// <param name="Invoice">The bill, without its lines.</param>
/// <param name="To">Its customer by the way that it wishes; null: it has no address for it, or wishes nothing.</param>
internal sealed record InvoiceNotice(Invoice Invoice, MessageRecipient? To);
