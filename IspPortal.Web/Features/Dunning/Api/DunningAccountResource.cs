using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>A late account.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="Stage">clear, promised, late, warned, isolirDue, isolated or terminationDue.</param>
/// <param name="StageSinceOn">Since when.</param>
/// <param name="Obstacle">Why it is not isolated though it is late enough; none: nothing.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Overdue">What is overdue.</param>
/// <param name="OldestDueOn">The due day of the oldest overdue bill, or null.</param>
/// <param name="DaysLate">Days since then.</param>
/// <param name="PromisedUntilOn">The last day of its open promise, or null.</param>
/// <param name="NeverIsolir">Whether it is never isolated, today.</param>
internal sealed record DunningAccountResource(
    Guid BillingAccountId, string AccountNumber, Guid CustomerId, string CustomerName, DunningStage Stage, DateOnly StageSinceOn, DunningObstacle Obstacle, string Currency, long Overdue, DateOnly? OldestDueOn, int DaysLate,
    DateOnly? PromisedUntilOn, bool NeverIsolir)
{
    public static DunningAccountResource Of(DunningRow row) => new(
        row.BillingAccountId, row.AccountNumber, row.CustomerId, row.CustomerName, row.Stage, row.StageSinceOn, row.Obstacle, row.Overdue.Currency.Code, row.Overdue.Minor, row.OldestDueOn, row.DaysLate, row.PromisedUntilOn,
        row.NeverIsolir);
}
