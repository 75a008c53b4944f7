using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>An account with all that is known of it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Row">Its stored state, tracked; null: none yet.</param>
/// <param name="Bills">What it owes, the oldest first.</param>
/// <param name="Promise">Its open promise, tracked; null: none.</param>
/// <param name="PromiseStands">What is to become of that promise today.</param>
/// <param name="Facts">What the rule was told.</param>
/// <param name="Decision">What it said.</param>
internal sealed record LateAccount(
    Guid Id, DunningAccount? Row, IReadOnlyList<OpenBill> Bills, PaymentPromise? Promise, PromiseState PromiseStands, DunningFacts Facts, DunningDecision Decision)
{
    /// <summary>Whether there is something for a run of that kind to do, as far as its bills say.</summary>
    public bool IsDueFor(DunningRunKind kind) => kind == DunningRunKind.Termination ? Decision.VeryLate.Count > 0 : Decision.IsRipe;

    /// <summary>The bills whose lines are to be isolated or ended: a debit note stands for the bill that it adds to.</summary>
    public IEnumerable<Guid> BillsFor(DunningRunKind kind)
    {
        var due = (kind == DunningRunKind.Termination ? Decision.VeryLate : Decision.Ripe).ToHashSet();
        return Bills.Where(bill => due.Contains(bill.Id)).SelectMany(bill => bill is { Kind: InvoiceKind.DebitNote, BasedOnId: { } whole } ? new[] { bill.Id, whole } : [bill.Id]);
    }
}
