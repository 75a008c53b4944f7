using IspPortal.Core.Subscriptions.Quota;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>A subscription's quota.</summary>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Use">The period that runs; null: its plan has no quota now.</param>
/// <param name="TopUps">What was bought, the newest first.</param>
/// <param name="Past">Periods that are over, the newest first.</param>
internal sealed record QuotaResource(string Currency, QuotaUseResource? Use, IReadOnlyList<TopUpResource> TopUps, IReadOnlyList<QuotaPeriodResource> Past)
{
    public static QuotaResource Of(QuotaDetails quota) => new(
        Core.Common.Money.Currency.Idr.Code,
        quota.Use is { } use ? new(use.Period.FromOn, use.Period.ToOn, use.UsedBytes, use.QuotaBytes, use.ToppedUpBytes, use.Percent, use.IsUsedUp, (long)use.UnseenFor.TotalSeconds, use.Action, use.Charge?.Minor) : null,
        [.. quota.TopUps.Select(t => new TopUpResource(t.Id, t.PeriodFromOn, t.Bytes, t.Price.Minor, t.Reason, t.CreatedBy, t.CreatedAtUtc))],
        [.. quota.Past.Select(p => new QuotaPeriodResource(p.Period.FromOn, p.Period.ToOn, p.AllowedBytes, p.UsedBytes, (long?)p.UnseenFor?.TotalSeconds, p.Charge?.Minor))]);
}
