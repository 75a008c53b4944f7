using IspPortal.Core.Billing.Generator;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A line of a bill.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="SubscriptionId">The subscription; null: the account as a whole.</param>
/// <param name="SubscriptionNumber">Its number; empty: the account as a whole.</param>
/// <param name="Text">The name of the plan, add-on or promotion.</param>
/// <param name="FromOn">The first day that it pays for, or null.</param>
/// <param name="ToOn">The last day, or null.</param>
/// <param name="Days">The days counted.</param>
/// <param name="OfDays">The days of the whole.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="UnitPrice">Of one piece.</param>
/// <param name="Amount">What it comes to.</param>
/// <param name="Rule">How the amount came about.</param>
/// <param name="TaxCode">The tax rule; empty: none.</param>
internal sealed record BillLineResource(
    ChargeKind Kind, Guid? SubscriptionId, string SubscriptionNumber, string Text, DateOnly? FromOn, DateOnly? ToOn, int Days, int OfDays, long Quantity, long UnitPrice, long Amount, BillRule Rule, string TaxCode)
{
    public static BillLineResource Of(BillLine line) => new(
        line.Kind, line.SubscriptionId, line.SubscriptionNumber, line.Text, line.FromOn, line.ToOn, line.Days, line.OfDays, line.Quantity, line.UnitPrice.Minor, line.Amount.Minor, line.Rule, line.TaxCode);
}
