using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

internal sealed class SpeedCampaigns(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : ISpeedCampaigns
{
    private const int LongestReason = 500;
    private static readonly SpeedCampaignState[] Live = [SpeedCampaignState.Scheduled, SpeedCampaignState.Running, SpeedCampaignState.Ending];

    public async Task<Result<Page<CampaignRow>>> ListAsync(SpeedCampaignState? state, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var query = context.Set<SpeedCampaign>().AsNoTracking();
        query = state is { } wanted ? query.Where(c => c.State == wanted) : query;
        if (page.SearchOrNull is { } text)
        {
            var key = SearchKey.Of(text);
            query = query.Where(c => c.SearchKey.Contains(key));
        }

        var count = await query.LongCountAsync(cancellationToken);
        var found = await ((page.Sort, page.Descending) switch
        {
            ("name", false) => query.OrderBy(c => c.Name),
            ("name", true) => query.OrderByDescending(c => c.Name),
            ("state", false) => query.OrderBy(c => c.State).ThenByDescending(c => c.StartsAtUtc),
            ("state", true) => query.OrderByDescending(c => c.State).ThenByDescending(c => c.StartsAtUtc),
            ("starts", false) => query.OrderBy(c => c.StartsAtUtc),
            _ => query.OrderByDescending(c => c.StartsAtUtc),
        }).ThenBy(c => c.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<CampaignRow>.Of(await RowsAsync(context, found, cancellationToken), page, count);
    }

    public async Task<Result<CampaignDetails>> GetAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<SpeedCampaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        if (found is null)
        {
            return PlanErrors.CampaignNotFound;
        }

        var changes = context.Set<SpeedCampaignChange>().AsNoTracking().Where(c => c.CampaignId == campaignId);
        var isEnding = found.State is SpeedCampaignState.Ending or SpeedCampaignState.Ended;
        return new CampaignDetails(
            (await RowsAsync(context, [found], cancellationToken))[0],
            await changes.CountAsync(cancellationToken),
            await changes.CountAsync(c => isEnding ? c.EndToldAtUtc == null : c.StartToldAtUtc == null, cancellationToken));
    }

    public async Task<Result<Page<CampaignChange>>> ListChangesAsync(Guid campaignId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<SpeedCampaign>().AnyAsync(c => c.Id == campaignId, cancellationToken))
        {
            return PlanErrors.CampaignNotFound;
        }

        var changes = context.Set<SpeedCampaignChange>().AsNoTracking().Where(c => c.CampaignId == campaignId);
        var rows = await (
            from change in changes
            join router in context.Set<Router>() on change.RouterId equals router.Id
            join account in context.Set<AccessAccount>() on change.AccessId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby router.Name, change.Profile, change.Id
            select new CampaignChange(
                change.Id, change.RouterId, router.Name, change.Profile ?? account!.Username ?? "", change.Before, change.During, change.StartPlanId, change.StartToldAtUtc, change.EndPlanId, change.EndToldAtUtc,
                change.WasLeftAlone, change.ErrorCode)).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<CampaignChange>.Of(rows, page, await changes.LongCountAsync(cancellationToken));
    }

    public async Task<Result<Guid>> AddAsync(SaveCampaignRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var campaign = new SpeedCampaign { Id = Ids.New(clock), Name = "", SearchKey = "", State = SpeedCampaignState.Scheduled, CreatedBy = actor.Actor.Name, CreatedAtUtc = clock.UtcNow() };
        context.Add(campaign);
        return await SaveAsync(context, campaign, request, cancellationToken);
    }

    public async Task<Result> UpdateAsync(Guid campaignId, long version, SaveCampaignRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var campaign = await context.Set<SpeedCampaign>().FirstOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        return campaign is null ? PlanErrors.CampaignNotFound
            : campaign.State != SpeedCampaignState.Scheduled ? PlanErrors.CampaignState
            : campaign.Version != version ? CommonErrors.VersionConflict
            : (await SaveAsync(context, campaign, request, cancellationToken)).WithoutValue();
    }

    public async Task<Result> StopAsync(Guid campaignId, string reason, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansCampaign) is { } denied)
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return CommonErrors.Invalid([string.IsNullOrWhiteSpace(reason) ? new FieldError("reason", "common.required") : new FieldError("reason", "common.too_long", LongestReason)]);
        }

        if (PlainText.Refuse(reason) is { } unreadable)
        {
            return unreadable;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var campaign = await context.Set<SpeedCampaign>().FirstOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign is null || campaign.State is not (SpeedCampaignState.Scheduled or SpeedCampaignState.Running))
        {
            return campaign is null ? PlanErrors.CampaignNotFound : PlanErrors.CampaignState;
        }

        // A running one ends through the same door as one whose time is over.
        var now = clock.UtcNow();
        campaign.State = campaign.State == SpeedCampaignState.Scheduled ? SpeedCampaignState.Cancelled : campaign.State;
        campaign.EndsAtUtc = campaign.State == SpeedCampaignState.Running && campaign.EndsAtUtc > now ? now : campaign.EndsAtUtc;
        context.AddAudit("campaign_stopped", "speed-campaign", campaignId.ToString(), null, JsonSerializer.Serialize(new { reason = reason.Trim() }));
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private Error? Refuse(SaveCampaignRequest request) => actor.Deny(PlanPermissions.PlansCampaign) ?? new SaveCampaignRequestValidator(clock.UtcNow()).Validate(request).ErrorOrNull();

    private static async Task<Result<Guid>> SaveAsync(PortalDbContext context, SpeedCampaign campaign, SaveCampaignRequest request, CancellationToken cancellationToken)
    {
        if (await PlanLinks.MissingAsync(context, request.PlanIds, cancellationToken) is { } missing)
        {
            return missing;
        }

        var ids = request.PlanIds.Distinct().ToList();
        var other = await context.Set<SpeedCampaign>().AsNoTracking()
            .Where(c => c.Id != campaign.Id && Live.Contains(c.State) && c.StartsAtUtc < request.EndsAtUtc && c.EndsAtUtc > request.StartsAtUtc)
            .Where(c => context.Set<SpeedCampaignPlan>().Any(l => l.CampaignId == c.Id && ids.Contains(l.PlanId)))
            .Select(c => c.Name).FirstOrDefaultAsync(cancellationToken);
        if (other is not null)
        {
            return PlanErrors.CampaignOverlaps(other);
        }

        (campaign.Name, campaign.Reason) = (request.Name.Trim(), PlanContent.NullIfBlank(request.Reason));
        campaign.SearchKey = SearchKey.Of(campaign.Name);
        (campaign.FactorPercent, campaign.DownBitsPerSecond, campaign.UpBitsPerSecond) = (request.FactorPercent, request.DownBitsPerSecond, request.UpBitsPerSecond);
        (campaign.StartsAtUtc, campaign.EndsAtUtc, campaign.Kicks) = (request.StartsAtUtc, request.EndsAtUtc, request.Kicks);
        var linked = await context.Set<SpeedCampaignPlan>().Where(l => l.CampaignId == campaign.Id).ToListAsync(cancellationToken);
        context.RemoveRange(linked.Where(l => !ids.Contains(l.PlanId)));
        context.AddRange(ids.Except(linked.Select(l => l.PlanId)).Select(id => new SpeedCampaignPlan { CampaignId = campaign.Id, PlanId = id }));
        var saved = await context.TrySaveAsync(null, cancellationToken);
        return saved.Succeeded ? campaign.Id : saved.Error;
    }

    private static async Task<IReadOnlyList<CampaignRow>> RowsAsync(PortalDbContext context, List<SpeedCampaign> found, CancellationToken cancellationToken)
    {
        var ids = found.ConvertAll(c => c.Id);
        var plans = (await (
            from link in context.Set<SpeedCampaignPlan>().AsNoTracking()
            join plan in context.Set<ServicePlan>() on link.PlanId equals plan.Id
            where ids.Contains(link.CampaignId)
            orderby plan.SortOrder, plan.Name
            select new { link.CampaignId, plan.Id, plan.Name }).ToListAsync(cancellationToken)).ToLookup(l => l.CampaignId);
        return found.ConvertAll(c => new CampaignRow(
            c.Id,
            new(c.Name, [.. plans[c.Id].Select(p => p.Id)], c.StartsAtUtc, c.EndsAtUtc)
            {
                FactorPercent = c.FactorPercent,
                DownBitsPerSecond = c.DownBitsPerSecond,
                UpBitsPerSecond = c.UpBitsPerSecond,
                Kicks = c.Kicks,
                Reason = c.Reason,
            },
            c.State,
            [.. plans[c.Id].Select(p => p.Name)],
            c.StartedAtUtc,
            c.EndedAtUtc,
            c.CreatedBy,
            c.CreatedAtUtc,
            c.Version));
    }
}
