namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>A subscription's quota in full.</summary>
/// <param name="Use">The period that runs; null: its plan has no quota now.</param>
/// <param name="TopUps">What was bought, the newest first, up to 50.</param>
/// <param name="Past">Periods that are over, the newest first, up to 24.</param>
public sealed record QuotaDetails(QuotaUse? Use, IReadOnlyList<QuotaTopUpRow> TopUps, IReadOnlyList<QuotaPeriodRow> Past);
