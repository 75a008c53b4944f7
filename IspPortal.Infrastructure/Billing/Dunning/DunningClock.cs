using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Day and time in the business zone.</summary>
internal sealed class DunningClock(ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    public TimeProvider Clock => clock;

    public async ValueTask<(DateOnly Today, TimeOnly Time)> NowAsync(CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById((await company.GetAsync(cancellationToken)).BusinessZone, out var found) ? found : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow(), zone);
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
