using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>How it stands with one account, computed now.</summary>
/// <param name="Account">As in lists.</param>
/// <param name="Invoices">Its open bills, the oldest first.</param>
/// <param name="Promise">Its open promise, or null.</param>
/// <param name="NeverIsolirBecause">Why it is never isolated, or null.</param>
/// <param name="NeverIsolirUntilOn">Until when, or null.</param>
/// <param name="IsIsolated">Whether lines of it are isolated for bills.</param>
/// <param name="IsBehindOutage">Whether a line of it is behind an outage: everything waits.</param>
/// <param name="FeeWaivedBecause">Why coming back costs nothing, or null.</param>
internal sealed record WholeDunningAccountResource(
    DunningAccountResource Account, IReadOnlyList<DunningInvoiceResource> Invoices, PromiseResource? Promise, string? NeverIsolirBecause, DateOnly? NeverIsolirUntilOn, bool IsIsolated, bool IsBehindOutage, string? FeeWaivedBecause)
{
    public static WholeDunningAccountResource Of(DunningDetails details) => new(
        DunningAccountResource.Of(details.Row), [.. details.Invoices.Select(DunningInvoiceResource.Of)], details.Promise is { } promise ? PromiseResource.Of(promise) : null, details.NeverIsolirBecause, details.NeverIsolirUntilOn,
        details.IsIsolated, details.IsBehindOutage, details.FeeWaivedBecause);
}
