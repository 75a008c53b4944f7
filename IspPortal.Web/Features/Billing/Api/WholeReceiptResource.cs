using IspPortal.Core.Billing.Receipts;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A whole receipt.</summary>
/// <param name="Receipt">As in lists.</param>
/// <param name="Money">How the money came.</param>
/// <param name="Parts">What it was for.</param>
/// <param name="Note">What else was to be known, or null.</param>
/// <param name="VoidReason">Why it was taken back, or null.</param>
/// <param name="Version">Its version.</param>
internal sealed record WholeReceiptResource(ReceiptResource Receipt, IReadOnlyList<ReceiptMoneyResource> Money, IReadOnlyList<ReceiptPartResource> Parts, string? Note, string? VoidReason, long Version)
{
    public static WholeReceiptResource Of(ReceiptDetails receipt) => new(
        ReceiptResource.Of(receipt.Row),
        [.. receipt.Money.Select(part => new ReceiptMoneyResource(part.Method, part.Place, part.Amount.Minor))],
        [.. receipt.Parts.Select(part => new ReceiptPartResource(part.BillingAccountId, part.InvoiceId, part.InvoiceNumber, part.Amount.Minor, part.Rounded.Minor))],
        receipt.Note,
        receipt.VoidReason,
        receipt.Version);
}
