namespace IspPortal.Core.Billing.Invoices;

/// <summary>
/// What a bill that counts has billed: one row a charge, so that the database itself refuses to bill it twice. A pro forma that lapses gives its claims back; one that is paid hands them to its invoice.
/// </summary>
internal sealed class ChargeClaim
{
    /// <summary>The subscription, or the billing account for charges of the account as a whole.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Unique per owner.</summary>
    public required string ChargeKey { get; init; }

    public required Guid InvoiceId { get; set; }

    public required int LineNo { get; init; }
}
