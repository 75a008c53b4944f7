using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>The one place that says how a billing account stands with what it owes. Pure.</summary>
public static class DunningRule
{
    /// <summary>A step that was missed, e.g. because the portal was off, is made up for on the day after it, not later.</summary>
    private const int MadeUpForDays = 1;

    /// <summary>How the account stands, and what is to be done today.</summary>
    public static DunningDecision Decide(DunningFacts facts, DunningPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var late = facts.Invoices.Where(invoice => invoice.DueOn < facts.Today && invoice.Outstanding > Money.Zero).ToList();
        var overdue = late.Aggregate(Money.Zero, (sum, invoice) => sum + invoice.Outstanding);
        var oldest = late.Count == 0 ? (DateOnly?)null : late.Min(invoice => invoice.DueOn);
        var days = oldest is { } due ? facts.Today.DayNumber - due.DayNumber : 0;
        var ripe = late.Where(invoice => invoice.DueOn.AddDays(policy.IsolirAfterDays) <= facts.Today).Select(invoice => invoice.Id).ToList();
        List<Guid> veryLate = policy.TerminateAfterDays > 0 ? [.. late.Where(invoice => invoice.DueOn.AddDays(policy.TerminateAfterDays) <= facts.Today).Select(invoice => invoice.Id)] : [];
        var isTolerated = overdue <= policy.Tolerance;
        return new DunningDecision(
            StageOf(facts, policy, isTolerated, days, ripe.Count > 0),
            overdue,
            oldest,
            days,
            facts.IsBehindOutage ? [] : NoticesOf(facts, policy, isTolerated),
            ripe.Count > 0,
            ripe.Count > 0 || veryLate.Count > 0 ? ObstacleOf(facts, isTolerated) : DunningObstacle.None,
            ripe)
        {
            VeryLate = veryLate,
        };
    }

    private static DunningStage StageOf(DunningFacts facts, DunningPolicy policy, bool isTolerated, int days, bool isRipe)
    {
        var isVeryLate = policy.TerminateAfterDays > 0 && days >= policy.TerminateAfterDays && !isTolerated;
        return facts switch
        {
            { IsIsolated: true } => isVeryLate ? DunningStage.TerminationDue : DunningStage.Isolated,
            _ when isTolerated => DunningStage.Clear,
            { PromisedUntilOn: not null } => DunningStage.Promised,
            { HasLines: false } when isVeryLate || isRipe => DunningStage.Ended,
            _ when isVeryLate => DunningStage.TerminationDue,
            _ when isRipe => DunningStage.IsolirDue,
            _ => days >= policy.WarnAfterDays ? DunningStage.Warned : DunningStage.Late,
        };
    }

    private static DunningObstacle ObstacleOf(DunningFacts facts, bool isTolerated) => facts switch
    {
        _ when isTolerated => DunningObstacle.WithinTolerance,
        { NeverIsolir: true } => DunningObstacle.NeverIsolir,
        { PromisedUntilOn: not null } => DunningObstacle.Promise,
        { IsBehindOutage: true } => DunningObstacle.Outage,
        _ => DunningObstacle.None,
    };

    private static List<DunningNoticeDue> NoticesOf(DunningFacts facts, DunningPolicy policy, bool isTolerated)
    {
        var notices = new List<DunningNoticeDue>();
        foreach (var invoice in facts.Invoices.Where(invoice => invoice.Outstanding > policy.Tolerance).OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Id))
        {
            var offset = facts.Today.DayNumber - invoice.DueOn.DayNumber;
            // Who promised, or is isolated already, is not told the same again.
            if (offset > 0 && (isTolerated || facts.PromisedUntilOn is not null || facts.IsIsolated))
            {
                continue;
            }

            var step = policy.Steps.LastOrDefault(step => step.Offset <= offset);
            if (step is not null && offset - step.Offset <= MadeUpForDays && (step.Offset >= 0 || offset < 0))
            {
                notices.Add(new DunningNoticeDue(invoice.Id, step));
            }
        }

        return notices;
    }
}
