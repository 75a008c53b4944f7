using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

internal sealed class PlanAddOns(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : IPlanAddOns
{
    public async Task<Result<Page<AddOnRow>>> ListAsync(AddOnFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var links = context.Set<PlanAddOnPlan>();
        var query = context.Set<PlanAddOn>().AsNoTracking();
        query = filter.Kind is { } kind ? query.Where(a => a.Kind == kind) : query;
        query = filter.IsActive is { } active ? query.Where(a => a.IsActive == active) : query;
        query = filter.PlanId is { } planId ? query.Where(a => !links.Any(l => l.AddOnId == a.Id) || links.Any(l => l.AddOnId == a.Id && l.PlanId == planId)) : query;
        if (page.SearchOrNull is { } text)
        {
            var key = SearchKey.Of(text);
            query = query.Where(a => a.SearchKey.Contains(key));
        }

        var count = await query.LongCountAsync(cancellationToken);
        var found = await ((page.Sort, page.Descending) switch
        {
            ("code", false) => query.OrderBy(a => a.Code),
            ("code", true) => query.OrderByDescending(a => a.Code),
            ("price", false) => query.OrderBy(a => a.Price),
            ("price", true) => query.OrderByDescending(a => a.Price),
            (_, true) => query.OrderByDescending(a => a.Name),
            _ => query.OrderBy(a => a.Name),
        }).ThenBy(a => a.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<AddOnRow>.Of(await RowsAsync(context, found, cancellationToken), page, count);
    }

    public async Task<Result<AddOnRow>> GetAsync(Guid addOnId, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<PlanAddOn>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == addOnId, cancellationToken);
        return found is null ? PlanErrors.AddOnNotFound : (await RowsAsync(context, [found], cancellationToken))[0];
    }

    public async Task<Result<Guid>> AddAsync(SaveAddOnRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var addOn = new PlanAddOn { Id = Ids.New(clock), Code = "", Name = "", SearchKey = "", CreatedAtUtc = clock.UtcNow() };
        context.Add(addOn);
        return await SaveAsync(context, addOn, request, cancellationToken);
    }

    public async Task<Result> UpdateAsync(Guid addOnId, long version, SaveAddOnRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var addOn = await context.Set<PlanAddOn>().FirstOrDefaultAsync(a => a.Id == addOnId, cancellationToken);
        return addOn is null ? PlanErrors.AddOnNotFound
            : addOn.Version != version ? CommonErrors.VersionConflict
            : (await SaveAsync(context, addOn, request, cancellationToken)).WithoutValue();
    }

    private Error? Refuse(SaveAddOnRequest request) => actor.Deny(PlanPermissions.PlansWrite) ?? new SaveAddOnRequestValidator().Validate(request).ErrorOrNull();

    private static async Task<Result<Guid>> SaveAsync(PortalDbContext context, PlanAddOn addOn, SaveAddOnRequest request, CancellationToken cancellationToken)
    {
        if (await PlanLinks.MissingAsync(context, request.PlanIds, cancellationToken) is { } missing)
        {
            return missing;
        }

        var isNight = request.Kind == AddOnKind.NightSpeed;
        (addOn.Code, addOn.Name, addOn.Kind, addOn.Price, addOn.IsOneTime) = (request.Code, request.Name.Trim(), request.Kind, request.Price, request.IsOneTime);
        (addOn.Description, addOn.TaxCode, addOn.IsActive) = (PlanContent.NullIfBlank(request.Description), request.TaxCode, request.IsActive);
        (addOn.SpeedPercent, addOn.NightFrom, addOn.NightTo) = isNight ? (request.SpeedPercent, request.NightFrom, request.NightTo) : (null, null, null);
        addOn.ReconnectsSessions = isNight && request.ReconnectsSessions;
        addOn.SearchKey = SearchKey.Of(addOn.Name, addOn.Code);
        var linked = await context.Set<PlanAddOnPlan>().Where(l => l.AddOnId == addOn.Id).ToListAsync(cancellationToken);
        context.RemoveRange(linked.Where(l => !request.PlanIds.Contains(l.PlanId)));
        context.AddRange(request.PlanIds.Distinct().Except(linked.Select(l => l.PlanId)).Select(id => new PlanAddOnPlan { AddOnId = addOn.Id, PlanId = id }));
        var saved = await context.TrySaveAsync(PlanErrors.CodeTaken(request.Code), cancellationToken);
        return saved.Succeeded ? addOn.Id : saved.Error;
    }

    private static async Task<IReadOnlyList<AddOnRow>> RowsAsync(PortalDbContext context, List<PlanAddOn> found, CancellationToken cancellationToken)
    {
        var ids = found.ConvertAll(a => a.Id);
        var links = (await context.Set<PlanAddOnPlan>().AsNoTracking().Where(l => ids.Contains(l.AddOnId)).ToListAsync(cancellationToken)).ToLookup(l => l.AddOnId, l => l.PlanId);
        return found.ConvertAll(a => new AddOnRow(
            a.Id,
            new(a.Code, a.Name, a.Kind, a.Price, a.IsOneTime)
            {
                Description = a.Description,
                TaxCode = a.TaxCode,
                SpeedPercent = a.SpeedPercent,
                NightFrom = a.NightFrom,
                NightTo = a.NightTo,
                ReconnectsSessions = a.ReconnectsSessions,
                PlanIds = [.. links[a.Id]],
                IsActive = a.IsActive,
            },
            a.CreatedAtUtc,
            a.Version));
    }
}
