using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>The period that runs.</summary>
/// <param name="FromOn">Its first day.</param>
/// <param name="ToOn">Its last day.</param>
/// <param name="UsedBytes">Both directions, exact over what was read.</param>
/// <param name="QuotaBytes">What the plan gives.</param>
/// <param name="ToppedUpBytes">What was bought.</param>
/// <param name="Percent">The share that is used, rounded down.</param>
/// <param name="IsUsedUp">Whether it is used up.</param>
/// <param name="UnseenSeconds">How long the line had a session that was not read; never counted.</param>
/// <param name="Action">What happens past it.</param>
/// <param name="ChargeAmount">What the traffic past it costs so far; null: it costs nothing.</param>
internal sealed record QuotaUseResource(
    DateOnly FromOn, DateOnly ToOn, long UsedBytes, long QuotaBytes, long ToppedUpBytes, int Percent, bool IsUsedUp, long UnseenSeconds, PlanQuotaAction Action, long? ChargeAmount);
