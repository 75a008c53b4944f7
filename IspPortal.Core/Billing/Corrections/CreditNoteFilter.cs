namespace IspPortal.Core.Billing.Corrections;

/// <summary>Which credit notes.</summary>
public sealed record CreditNoteFilter
{
    /// <summary>Of one invoice; null: of all.</summary>
    public Guid? InvoiceId { get; init; }

    /// <summary>Of one billing account; null: of all.</summary>
    public Guid? BillingAccountId { get; init; }

    /// <summary>Issued on that day or later; null: whenever.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Issued on that day or earlier; null: whenever.</summary>
    public DateOnly? To { get; init; }
}
