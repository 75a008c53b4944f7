using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

internal sealed class DashboardLinks(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : IDashboardLinks
{
    private const int MostDays = 365;
    private const int ShownDays = 90;

    public async Task<Result<IReadOnlyList<DashboardLinkRow>>> ListAsync(Guid dashboardId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.DashboardsPublish) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await SeesAsync(context, dashboardId, cancellationToken))
        {
            return DashboardErrors.NotFound;
        }

        var now = clock.UtcNow();
        var since = now.AddDays(-ShownDays);
        return await context.Set<DashboardLink>().AsNoTracking()
            .Where(l => l.DashboardId == dashboardId && l.ExpiresAtUtc > since && (l.RevokedAtUtc == null || l.RevokedAtUtc > since))
            .OrderByDescending(l => l.CreatedAtUtc).ThenBy(l => l.Id)
            .Select(l => new DashboardLinkRow(l.Id, l.CreatedBy, l.CreatedAtUtc, l.ExpiresAtUtc, l.RevokedAtUtc, l.LastUsedAtUtc, l.RevokedAtUtc == null && l.ExpiresAtUtc > now)).ToListAsync(cancellationToken);
    }

    public async Task<Result<MadeDashboardLink>> MakeAsync(Guid dashboardId, int days, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.DashboardsPublish) is { } denied)
        {
            return denied;
        }

        if (actor.Actor is not { Kind: ActorKind.User, Id: { } maker })
        {
            return DashboardErrors.PersonRequired;
        }

        if (days is < 1 or > MostDays)
        {
            return CommonErrors.Invalid([new FieldError("days", "common.out_of_range", 1, MostDays)]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await SeesAsync(context, dashboardId, cancellationToken))
        {
            return DashboardErrors.NotFound;
        }

        var (token, now) = (AccountTokens.New(), clock.UtcNow());
        var link = new DashboardLink
        {
            Id = Ids.New(clock), DashboardId = dashboardId, TokenHash = AccountTokens.Hash(token), CreatedById = maker, CreatedBy = actor.Actor.Name, CreatedAtUtc = now, ExpiresAtUtc = now.AddDays(days),
        };
        context.Add(link);
        await context.SaveChangesAsync(cancellationToken);
        return new MadeDashboardLink(link.Id, token, link.ExpiresAtUtc);
    }

    public async Task<Result> RevokeAsync(Guid dashboardId, Guid linkId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.DashboardsPublish) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await SeesAsync(context, dashboardId, cancellationToken)
            || await context.Set<DashboardLink>().SingleOrDefaultAsync(l => l.Id == linkId && l.DashboardId == dashboardId, cancellationToken) is not { } link)
        {
            return DashboardErrors.LinkNotFound;
        }

        link.RevokedAtUtc ??= clock.UtcNow();
        await context.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private Task<bool> SeesAsync(PortalDbContext context, Guid dashboardId, CancellationToken cancellationToken) =>
        DashboardSight.SeenBy(context, actor.Actor.Id).AnyAsync(d => d.Id == dashboardId, cancellationToken);
}
