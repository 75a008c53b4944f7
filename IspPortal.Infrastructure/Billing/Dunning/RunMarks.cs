using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Marks lines of runs as come back, in the transaction in which they do.</summary>
internal static class RunMarks
{
    /// <summary>Whether it came back: one that was isolated again by another run, or ended since, did not.</summary>
    public static async Task RestoredAsync(PortalDbContext context, Guid runId, Guid subscriptionId, bool comes, CancellationToken cancellationToken)
    {
        var mark = await context.Set<IsolirRunLine>().SingleAsync(l => l.RunId == runId && l.SubscriptionId == subscriptionId, cancellationToken);
        mark.State = mark.State != IsolirLineState.Isolated ? mark.State : comes ? IsolirLineState.Restored : IsolirLineState.Skipped;
    }

    /// <summary>Whether a line that was ended comes back. What was billed since (the last days, a fee, the deposit) stays billed: such a line does not.</summary>
    public static async Task<bool> RevivedAsync(PortalDbContext context, IsolirRun run, Guid subscriptionId, CancellationToken cancellationToken)
    {
        var billed = await context.Set<InvoiceLine>().AnyAsync(
            l => l.SubscriptionId == subscriptionId && context.Set<Invoice>().Any(i => i.Id == l.InvoiceId && i.State == InvoiceState.Issued && i.IssuedAtUtc >= run.ApprovedAtUtc), cancellationToken);
        var mark = await context.Set<IsolirRunLine>().SingleAsync(l => l.RunId == run.Id && l.SubscriptionId == subscriptionId, cancellationToken);
        mark.State = mark.State != IsolirLineState.Ended ? mark.State : billed ? IsolirLineState.Kept : IsolirLineState.Restored;
        return mark.State == IsolirLineState.Restored;
    }

    /// <summary>It cannot come back, e.g. because its address is another line's by now.</summary>
    public static Task KeptAsync(PortalDbContext context, Guid runId, Guid subscriptionId, CancellationToken cancellationToken) => context.Set<IsolirRunLine>()
        .Where(l => l.RunId == runId && l.SubscriptionId == subscriptionId && l.State == IsolirLineState.Ended).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, IsolirLineState.Kept), cancellationToken);
}
