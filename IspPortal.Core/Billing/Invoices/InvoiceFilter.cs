namespace IspPortal.Core.Billing.Invoices;

/// <summary>Which bills.</summary>
public sealed record InvoiceFilter
{
    /// <summary>Of one billing account; null: of all.</summary>
    public Guid? BillingAccountId { get; init; }

    /// <summary>Of one customer; null: of all.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>Of one run; null: of all.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Of one kind; null: of all.</summary>
    public InvoiceKind? Kind { get; init; }

    /// <summary>With one standing; null: with any.</summary>
    public InvoiceStatus? Status { get; init; }

    /// <summary>Only those whose day is over.</summary>
    public bool OverdueOnly { get; init; }

    /// <summary>Issued on that day or later; null: whenever.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Issued on that day or earlier; null: whenever.</summary>
    public DateOnly? To { get; init; }
}
