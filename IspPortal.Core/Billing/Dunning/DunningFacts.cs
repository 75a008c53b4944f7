namespace IspPortal.Core.Billing.Dunning;

/// <summary>What is known of one billing account on a day.</summary>
/// <param name="Today">The day in the business zone.</param>
/// <param name="Invoices">What it owes; pro formas are no debt and are not among them.</param>
public sealed record DunningFacts(DateOnly Today, IReadOnlyList<OpenInvoice> Invoices)
{
    /// <summary>Whether it is never isolated, today.</summary>
    public bool NeverIsolir { get; init; }

    /// <summary>The last day of its open promise; null: none.</summary>
    public DateOnly? PromisedUntilOn { get; init; }

    /// <summary>Whether that promise is a plan of instalments: while it is kept the account counts as not overdue.</summary>
    public bool HasInstalments { get; init; }

    /// <summary>Whether one of its lines is behind an outage now: everything waits.</summary>
    public bool IsBehindOutage { get; init; }

    /// <summary>Whether one of its lines is isolated for bills now.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Whether it has lines in service at all.</summary>
    public bool HasLines { get; init; } = true;
}
