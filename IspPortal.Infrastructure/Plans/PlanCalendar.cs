using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Which day it is where the business is.</summary>
internal sealed class PlanCalendar(ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    public async Task<DateOnly> TodayAsync(CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(await ZoneAsync(cancellationToken), out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow(), zone));
    }

    public async Task<string> ZoneAsync(CancellationToken cancellationToken) => (await company.GetAsync(cancellationToken)).BusinessZone;
}
