using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>A period that is over.</summary>
/// <param name="Period">Its days.</param>
/// <param name="AllowedBytes">The plan's quota and what was bought.</param>
/// <param name="UsedBytes">What was used; null: not final yet.</param>
/// <param name="UnseenFor">How long the line had a session that was not read; null likewise.</param>
/// <param name="Charge">What the traffic past the quota costs; null: nothing, or not final yet.</param>
public sealed record QuotaPeriodRow(QuotaPeriod Period, long AllowedBytes, long? UsedBytes, TimeSpan? UnseenFor, Money? Charge);
