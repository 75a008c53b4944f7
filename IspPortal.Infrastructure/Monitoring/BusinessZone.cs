using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>The zone whose days usage is counted by.</summary>
internal sealed class BusinessZone(ISettingsReader<CompanySettings> company)
{
    public async ValueTask<TimeZoneInfo> GetAsync(CancellationToken cancellationToken)
    {
        var zone = (await company.GetAsync(cancellationToken)).BusinessZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
    }
}
