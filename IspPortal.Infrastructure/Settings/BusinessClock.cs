using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Settings;

internal sealed class BusinessClock(ISettingsReader<CompanySettings> company, TimeProvider clock) : IBusinessClock
{
    public async ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken)
    {
        var zone = (await company.GetAsync(cancellationToken)).BusinessZone;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow(), TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc));
    }
}
