using IspPortal.Core.Billing.Runs;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A billing run.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number.</param>
/// <param name="ThroughOn">The day of its bills.</param>
/// <param name="State">preparing, waiting, running, paused, done or discarded.</param>
/// <param name="IsObserved">Whether it only looks.</param>
/// <param name="Accounts">Accounts that get a bill.</param>
/// <param name="Lines">Lines of them.</param>
/// <param name="Currency">Of both amounts.</param>
/// <param name="Base">What they come to without tax.</param>
/// <param name="Before">What all bills of the month before came to without tax.</param>
/// <param name="Billed">Accounts billed so far.</param>
/// <param name="Failed">Accounts that could not be.</param>
/// <param name="LeftOut">Accounts that had nothing left or changed since.</param>
/// <param name="IsBeyondLimit">Whether it needs a reason to run.</param>
/// <param name="LimitReason">The reason, once given.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="ApprovedBy">Who let it run, or null.</param>
/// <param name="EndedAtUtc">When it was over, or null.</param>
/// <param name="Version">To be sent back with the approval.</param>
internal sealed record BillingRunResource(
    Guid Id, string Number, DateOnly ThroughOn, BillingRunState State, bool IsObserved, int Accounts, int Lines, string Currency, long Base, long Before, int Billed, int Failed, int LeftOut, bool IsBeyondLimit,
    string? LimitReason, string CreatedBy, DateTime CreatedAtUtc, string? ApprovedBy, DateTime? EndedAtUtc, long Version)
{
    public static BillingRunResource Of(BillingRunRow row) => new(
        row.Id, row.Number, row.ThroughOn, row.State, row.IsObserved, row.Accounts, row.Lines, row.Base.Currency.Code, row.Base.Minor, row.Before.Minor, row.Billed, row.Failed, row.LeftOut, row.IsBeyondLimit,
        row.LimitReason, row.CreatedBy, row.CreatedAtUtc, row.ApprovedBy, row.EndedAtUtc, row.Version);
}
