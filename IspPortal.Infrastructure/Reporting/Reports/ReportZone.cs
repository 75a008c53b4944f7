using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>The business zone.</summary>
internal static class ReportZone
{
    public static async ValueTask<TimeZoneInfo> OfAsync(ISettingsReader<CompanySettings> company, CancellationToken cancellationToken) =>
        TimeZoneInfo.TryFindSystemTimeZoneById((await company.GetAsync(cancellationToken)).BusinessZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
