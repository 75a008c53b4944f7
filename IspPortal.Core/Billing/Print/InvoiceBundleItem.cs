namespace IspPortal.Core.Billing.Print;

/// <summary>One bill of a bundle.</summary>
internal sealed class InvoiceBundleItem
{
    public required Guid BundleId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int No { get; init; }

    public required Guid InvoiceId { get; init; }
}
