using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Which day and hour it is where the business is.</summary>
internal sealed class PlanCalendar(ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    public async Task<DateOnly> TodayAsync(CancellationToken cancellationToken) => DateOnly.FromDateTime(await NowAsync(cancellationToken));

    /// <summary>What the clock on the wall says there.</summary>
    public async Task<DateTime> NowAsync(CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(await ZoneAsync(cancellationToken), out var found) ? found : TimeZoneInfo.Utc;
        return TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow(), zone);
    }

    public async Task<string> ZoneAsync(CancellationToken cancellationToken) => (await company.GetAsync(cancellationToken)).BusinessZone;
}
