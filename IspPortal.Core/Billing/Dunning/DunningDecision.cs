using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>How an account stands today, and what is to be done.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Overdue">What is overdue, all bills together.</param>
/// <param name="OldestDueOn">The due day of the oldest overdue bill; null: nothing is overdue.</param>
/// <param name="DaysLate">Days since then; 0: nothing is overdue.</param>
/// <param name="Notices">What the customer is told today.</param>
/// <param name="IsRipe">Whether a bill is so late that its lines are to be isolated.</param>
/// <param name="Obstacle">Why they are not.</param>
/// <param name="Ripe">The bills that are so late.</param>
public sealed record DunningDecision(
    DunningStage Stage, Money Overdue, DateOnly? OldestDueOn, int DaysLate, IReadOnlyList<DunningNoticeDue> Notices, bool IsRipe, DunningObstacle Obstacle, IReadOnlyList<Guid> Ripe)
{
    /// <summary>The bills that are so late that their lines are to be ended.</summary>
    public IReadOnlyList<Guid> VeryLate { get; init; } = [];

    /// <summary>Whether its lines are to be isolated as far as bills are concerned.</summary>
    public bool ShallIsolate => IsRipe && Obstacle == DunningObstacle.None;
}
