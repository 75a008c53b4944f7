using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A late account.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">What that customer is called.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="StageSinceOn">Since when.</param>
/// <param name="Obstacle">Why it is not isolated though it is late enough.</param>
/// <param name="Overdue">What is overdue.</param>
/// <param name="OldestDueOn">The due day of the oldest overdue bill, or null.</param>
/// <param name="DaysLate">Days since then.</param>
/// <param name="PromisedUntilOn">The last day of its open promise, or null.</param>
/// <param name="NeverIsolir">Whether it is never isolated, today.</param>
public sealed record DunningRow(
    Guid BillingAccountId,
    string AccountNumber,
    Guid CustomerId,
    string CustomerName,
    DunningStage Stage,
    DateOnly StageSinceOn,
    DunningObstacle Obstacle,
    Money Overdue,
    DateOnly? OldestDueOn,
    int DaysLate,
    DateOnly? PromisedUntilOn,
    bool NeverIsolir);
