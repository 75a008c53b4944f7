using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>How much of its quota a subscription used so far.</summary>
/// <param name="Period">The days that count.</param>
/// <param name="UsedBytes">Both directions, exact over what was read.</param>
/// <param name="QuotaBytes">What the plan gives.</param>
/// <param name="ToppedUpBytes">What was bought for this period.</param>
/// <param name="UnseenFor">How long the line had a session that was not read; never counted.</param>
/// <param name="Action">What happens past it.</param>
/// <param name="Charge">What the traffic past it costs so far; null: it costs nothing.</param>
public sealed record QuotaUse(QuotaPeriod Period, long UsedBytes, long QuotaBytes, long ToppedUpBytes, TimeSpan UnseenFor, PlanQuotaAction Action, Money? Charge)
{
    /// <summary>The plan's and what was bought.</summary>
    public long AllowedBytes => QuotaBytes + ToppedUpBytes;

    /// <summary>The share that is used, in percent; 100 or more: used up.</summary>
    public int Percent => QuotaRule.PercentOf(UsedBytes, AllowedBytes);

    /// <summary>Whether it is used up.</summary>
    public bool IsUsedUp => QuotaRule.IsUsedUp(UsedBytes, AllowedBytes);
}
