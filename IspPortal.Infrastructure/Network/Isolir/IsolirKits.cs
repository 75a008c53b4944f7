using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Isolir;

/// <summary>Knows which routers have a kit, and which of them the night's check still owes a look.</summary>
internal sealed class IsolirKits(PortalContextSource source, ISettingsReader<IsolirSettings> settings, ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    /// <summary>A router that does not answer is tried again this long, and then not before the next night.</summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromHours(3);

    /// <summary>Enabled routers whose kit was installed by a plan or checked once, and that were not checked since the hour of the settings; all of them when wanted.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(bool all, CancellationToken cancellationToken)
    {
        var limits = await settings.GetAsync(cancellationToken);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById((await company.GetAsync(cancellationToken)).BusinessZone, out var found) ? found : TimeZoneInfo.Utc;
        var now = clock.UtcNow();
        var begun = LastBeginning(now, limits.CheckHour, zone);
        if (!all && (!limits.Nightly || limits.LandingAddress.Length == 0 || now - begun > TriedFor))
        {
            return [];
        }

        await using var context = source.CreateForSystem(CheckIsolirKitsJob.Key);
        return await context.Set<Router>().AsNoTracking()
            .Where(r => r.Enabled && r.RemovedAtUtc == null)
            .Where(r => context.Set<IsolirCheckRecord>().Any(c => c.RouterId == r.Id)
                || context.Set<AccessPlanStepRecord>().Any(s => s.RouterId == r.Id && s.Reason == "kit.install" && s.State == PlanStepState.Done))
            .Where(r => all || !context.Set<IsolirCheckRecord>().Any(c => c.RouterId == r.Id && c.CheckedAtUtc >= begun))
            .OrderBy(r => r.Name).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
    }

    private static DateTime LastBeginning(DateTime now, int hour, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var begins = local.Date.AddHours(hour);
        begins = begins > local ? begins.AddDays(-1) : begins;

        // An hour that the clock skips begins when it goes on.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(begins) ? begins.AddHours(1) : begins, zone);
    }
}
