using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>Hands the declared jobs to the schedulers at start, and plans the daily ones anew when the business zone changes.</summary>
internal sealed class JobScheduling(
    PortalSchedulers schedulers,
    JobCatalog catalog,
    ISettingsReader<CompanySettings> company,
    TimeProvider clock,
    ILogger<JobScheduling> logger) : IHostedService, IDisposable
{
    private IDisposable? _watch;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = await company.GetAsync(cancellationToken);
        foreach (var job in catalog.All.Where(job => !job.Schedule.PerSubject))
        {
            await PlanAsync(job, settings, cancellationToken);
        }

        _watch = company.OnChanged(changed => _ = ReplanDailyAsync(changed));
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _watch?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _watch?.Dispose();

    private async Task PlanAsync(JobDeclaration job, CompanySettings settings, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.OfAsync(job.Schedule.Lane, cancellationToken);
        var detail = QuartzPlans.DetailOf(job.Key, null);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.BusinessZone, out var found) ? found : TimeZoneInfo.Utc;
        if (QuartzPlans.TriggerFor(job, zone, clock) is { } trigger)
        {
            await scheduler.ScheduleJob(detail, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
        }
        else
        {
            await scheduler.AddJob(detail, AddJobOptions.Replacing, cancellationToken);
        }
    }

    private async Task ReplanDailyAsync(CompanySettings settings)
    {
        try
        {
            foreach (var job in catalog.All.Where(job => job.Schedule.TimeOfDay is not null))
            {
                await PlanAsync(job, settings, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The daily jobs could not be planned for {Zone}", settings.BusinessZone);
        }
    }
}
