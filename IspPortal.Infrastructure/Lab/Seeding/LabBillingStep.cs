using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Billing;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The sample ISP took the portal into use on the 1st of this month, or so many months before as its books go back: what lies before it was billed elsewhere. Written once.</summary>
internal sealed class LabBillingStep(IEnumerable<LabBooks> books, PortalContextSource source, IBusinessClock business, TimeProvider clock) : IHostedService
{
    private const string By = "lab-billing";
    private const string Section = "billing";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        if (await context.Set<SettingsRow>().AnyAsync(row => row.Key == Section, cancellationToken))
        {
            return;
        }

        var today = await business.TodayAsync(cancellationToken);
        var settings = new BillingSettings { BilledFrom = new DateOnly(today.Year, today.Month, 1).AddMonths(-(books.FirstOrDefault()?.Months ?? 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        context.Add(new SettingsRow { Key = Section, Json = JsonSerializer.Serialize(settings, SettingsJson.Stored), ChangedAtUtc = clock.UtcNow() });
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
