using IspPortal.Core.Billing.Receipts;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A part of a receipt's money by how it came.</summary>
/// <param name="Method">cash, bankTransfer or gateway.</param>
/// <param name="Place">The drawer, collector, bank account or gateway.</param>
/// <param name="Amount">How much.</param>
internal sealed record ReceiptMoneyResource(PaymentMethod Method, string Place, long Amount);
