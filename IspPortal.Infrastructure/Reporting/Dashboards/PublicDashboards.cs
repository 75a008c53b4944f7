using System.Collections.Concurrent;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

/// <summary>A link is looked up every time, so that one that is taken back ends at once; what it shows is read in its maker's name, once for all who look at that moment.</summary>
internal sealed class PublicDashboards(PortalContextSource source, IServiceScopeFactory scopes, TimeProvider clock) : IPublicDashboards
{
    private const string By = "public-dashboards";
    private const int LongestToken = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UseCountsEvery = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, (long Version, DateTime UntilUtc, Lazy<Task<PublicDashboard>> Read)> _kept = new();

    public async Task<Result<PublicDashboard>> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > LongestToken)
        {
            return DashboardErrors.LinkNotFound;
        }

        var (hash, now) = (AccountTokens.Hash(token), clock.UtcNow());
        await using var context = source.CreateForSystem(By);
        if (await context.Set<DashboardLink>().AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.RevokedAtUtc == null && l.ExpiresAtUtc > now, cancellationToken) is not { } link
            || await MakerAsync(context, link, cancellationToken) is not { } maker
            || await DashboardSight.SeenBy(context, link.CreatedById).AsNoTracking().SingleOrDefaultAsync(d => d.Id == link.DashboardId, cancellationToken) is not { } dashboard)
        {
            return DashboardErrors.LinkNotFound;
        }

        var hourAgo = now - UseCountsEvery;
        await context.Set<DashboardLink>().Where(l => l.Id == link.Id && (l.LastUsedAtUtc == null || l.LastUsedAtUtc < hourAgo)).ExecuteUpdateAsync(set => set.SetProperty(l => l.LastUsedAtUtc, now), cancellationToken);
        return await ReadAsync(link.Id, dashboard, maker, now).WaitAsync(cancellationToken);
    }

    private static async Task<Actor?> MakerAsync(PortalDbContext context, DashboardLink link, CancellationToken cancellationToken)
    {
        if (!await context.Set<PortalUser>().AnyAsync(user => user.Id == link.CreatedById && user.IsActive, cancellationToken))
        {
            return null;
        }

        var permissions = RolePermissions.Of(await context.Set<UserRole>().Where(role => role.UserId == link.CreatedById).Select(role => role.Role).ToListAsync(cancellationToken));
        return permissions.Contains(ReportingPermissions.DashboardsPublish) ? new Actor(ActorKind.User, link.CreatedById, link.CreatedBy, permissions, null) : null;
    }

    private Task<PublicDashboard> ReadAsync(Guid linkId, Dashboard dashboard, Actor maker, DateTime now)
    {
        foreach (var (old, kept) in _kept)
        {
            if (kept.UntilUtc <= now)
            {
                _kept.TryRemove(new(old, kept));
            }
        }

        // Whoever comes first reads for all; he may leave before it is done.
        var read = _kept.AddOrUpdate(linkId, _ => Begin(), (_, before) => before.Version == dashboard.Version && before.UntilUtc > now && !before.Read.Value.IsFaulted ? before : Begin());
        return read.Read.Value;

        (long, DateTime, Lazy<Task<PublicDashboard>>) Begin() => (dashboard.Version, now + KeptFor, new(() => ReadNowAsync(dashboard, maker)));
    }

    private async Task<PublicDashboard> ReadNowAsync(Dashboard dashboard, Actor maker)
    {
        await Task.Yield();
        var content = DashboardSight.ContentOf(dashboard);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IActorScope>().Enter(maker);
        var reader = scope.ServiceProvider.GetRequiredService<IWidgetReader>();
        List<PublicWidget> widgets = [];
        foreach (var widget in content.Widgets)
        {
            widgets.Add(new PublicWidget(widget, await reader.ReadAsync(widget, content.Range, WidgetAudience.Public, CancellationToken.None)));
        }

        return new PublicDashboard(content.Name, content.RefreshSeconds, clock.UtcNow(), widgets);
    }
}
