using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>One account of an isolir run.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">What that customer is called.</param>
/// <param name="State">How far it is.</param>
/// <param name="Obstacle">Why it is not isolated.</param>
/// <param name="Detail">More about that, or null.</param>
/// <param name="Lines">Its lines that the late bills bill.</param>
/// <param name="Overdue">What it owes and is overdue.</param>
/// <param name="OldestDueOn">The due day of its oldest overdue bill.</param>
public sealed record IsolirItemRow(
    Guid BillingAccountId,
    string AccountNumber,
    Guid CustomerId,
    string CustomerName,
    IsolirItemState State,
    DunningObstacle Obstacle,
    string? Detail,
    int Lines,
    Money Overdue,
    DateOnly OldestDueOn);
