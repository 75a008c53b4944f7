using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>A promise or a plan of instalments.</summary>
/// <param name="Id">The promise.</param>
/// <param name="BillingAccountId">Of which account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="State">open, kept, broken or withdrawn.</param>
/// <param name="IsInstalments">Whether it has several parts.</param>
/// <param name="UntilOn">The day of its last part.</param>
/// <param name="Currency">Of the amounts.</param>
/// <param name="Amount">All of it.</param>
/// <param name="Reason">Why it was accepted.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="CreatedBy">Who noted it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="ClosedAtUtc">When it was kept, broken or taken back, or null.</param>
internal sealed record PromiseResource(
    Guid Id, Guid BillingAccountId, string AccountNumber, string CustomerName, PromiseState State, bool IsInstalments, DateOnly UntilOn, string Currency, long Amount, string Reason, IReadOnlyList<PromisePartResource> Parts,
    string CreatedBy, DateTime CreatedAtUtc, DateTime? ClosedAtUtc)
{
    public static PromiseResource Of(PromiseRow row) => new(
        row.Id, row.BillingAccountId, row.AccountNumber, row.CustomerName, row.State, row.IsInstalments, row.UntilOn, row.Amount.Currency.Code, row.Amount.Minor, row.Reason, [.. row.Parts.Select(PromisePartResource.Of)], row.CreatedBy,
        row.CreatedAtUtc, row.ClosedAtUtc);
}
