using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>One account of an isolir run.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="State">waiting, held, isolated, leftOut, failed, undone or ended.</param>
/// <param name="Obstacle">Why it is not isolated; none: nothing.</param>
/// <param name="Detail">More about that, or null.</param>
/// <param name="Lines">Its lines that the late bills bill.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Overdue">What it owes and is overdue.</param>
/// <param name="OldestDueOn">The due day of its oldest overdue bill.</param>
internal sealed record IsolirItemResource(
    Guid BillingAccountId, string AccountNumber, Guid CustomerId, string CustomerName, IsolirItemState State, DunningObstacle Obstacle, string? Detail, int Lines, string Currency, long Overdue, DateOnly OldestDueOn)
{
    public static IsolirItemResource Of(IsolirItemRow row) => new(
        row.BillingAccountId, row.AccountNumber, row.CustomerId, row.CustomerName, row.State, row.Obstacle, row.Detail, row.Lines, row.Overdue.Currency.Code, row.Overdue.Minor, row.OldestDueOn);
}
