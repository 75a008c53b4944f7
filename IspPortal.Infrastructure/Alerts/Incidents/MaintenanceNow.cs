using IspPortal.Core.Alerts.Maintenance;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>The maintenance windows that run now.</summary>
internal sealed class MaintenanceNow(IReadOnlyList<MaintenanceWindow> windows, IReadOnlyDictionary<Guid, string?> sites)
{
    public static async Task<MaintenanceNow> ReadAsync(PortalDbContext context, DateTime now, CancellationToken cancellationToken)
    {
        var windows = await context.Set<MaintenanceWindow>().AsNoTracking().Where(w => w.FromUtc <= now && w.ToUtc > now).ToListAsync(cancellationToken);
        var sites = windows.Exists(w => w.Target == MaintenanceTarget.Site)
            ? await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null && r.Site != null).ToDictionaryAsync(r => r.Id, r => r.Site, cancellationToken)
            : [];
        return new MaintenanceNow(windows, sites);
    }

    /// <summary>The window that a router is in, or null. One that lets nothing open beats one that mutes; of two of a kind the one that lasts longer counts.</summary>
    public MaintenanceWindow? Of(Guid? routerId) => windows.Where(w => Covers(w, routerId)).OrderByDescending(w => w.Mode).ThenByDescending(w => w.ToUtc).FirstOrDefault();

    private bool Covers(MaintenanceWindow window, Guid? routerId) => window.Target switch
    {
        MaintenanceTarget.Everything => true,
        MaintenanceTarget.Router => routerId is not null && window.RouterId == routerId,
        _ => routerId is { } id && string.Equals(sites.GetValueOrDefault(id), window.TargetName, StringComparison.OrdinalIgnoreCase),
    };
}
