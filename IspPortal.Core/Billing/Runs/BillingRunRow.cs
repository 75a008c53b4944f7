using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Runs;

/// <summary>A run.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number.</param>
/// <param name="ThroughOn">The day of its bills.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsObserved">Whether it only looks.</param>
/// <param name="Accounts">Accounts that get a bill.</param>
/// <param name="Lines">Lines of them.</param>
/// <param name="Base">What they come to without tax.</param>
/// <param name="Before">What all bills of the month before came to without tax.</param>
/// <param name="Billed">Accounts billed so far.</param>
/// <param name="Failed">Accounts that could not be.</param>
/// <param name="LeftOut">Accounts that had nothing left or changed since.</param>
/// <param name="IsBeyondLimit">Whether it differs more from the month before than it may without a reason.</param>
/// <param name="LimitReason">The reason, once given.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="ApprovedBy">Who let it run, or null.</param>
/// <param name="EndedAtUtc">When it was over, or null.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record BillingRunRow(
    Guid Id,
    string Number,
    DateOnly ThroughOn,
    BillingRunState State,
    bool IsObserved,
    int Accounts,
    int Lines,
    Money Base,
    Money Before,
    int Billed,
    int Failed,
    int LeftOut,
    bool IsBeyondLimit,
    string? LimitReason,
    string CreatedBy,
    DateTime CreatedAtUtc,
    string? ApprovedBy,
    DateTime? EndedAtUtc,
    long Version);
