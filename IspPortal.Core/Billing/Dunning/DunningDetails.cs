namespace IspPortal.Core.Billing.Dunning;

/// <summary>How it stands with one account, computed now.</summary>
/// <param name="Row">As in lists.</param>
/// <param name="Invoices">Its open bills, the oldest first.</param>
/// <param name="Promise">Its open promise, or null.</param>
/// <param name="NeverIsolirBecause">Why it is never isolated, or null.</param>
/// <param name="NeverIsolirUntilOn">Until when, or null.</param>
/// <param name="IsIsolated">Whether lines of it are isolated for bills.</param>
/// <param name="IsBehindOutage">Whether a line of it is behind an outage: everything waits.</param>
/// <param name="WasIsolated">Whether an isolir run isolated it and coming back may cost a fee.</param>
/// <param name="FeeWaivedBecause">Why coming back costs nothing, or null.</param>
public sealed record DunningDetails(
    DunningRow Row,
    IReadOnlyList<DunningInvoiceRow> Invoices,
    PromiseRow? Promise,
    string? NeverIsolirBecause,
    DateOnly? NeverIsolirUntilOn,
    bool IsIsolated,
    bool IsBehindOutage,
    bool WasIsolated,
    string? FeeWaivedBecause);
