using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Imports;

/// <summary>Reads imports. The caller has checked the permission.</summary>
internal sealed class ImportDirectory(IDbContextFactory<PortalDbContext> contexts, ISettingsReader<ProvisioningSettings> settings)
{
    public async Task<Result<Page<ImportRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows =
            from run in context.Set<ImportRun>().AsNoTracking()
            join router in context.Set<Router>() on run.RouterId equals router.Id
            select new { Run = run, router.Name };
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            rows = rows.Where(r => r.Name.ToLower().Contains(text) || r.Run.CreatedBy.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await rows.LongCountAsync(cancellationToken);
        var found = await rows.OrderByDescending(r => r.Run.CreatedAtUtc).ThenByDescending(r => r.Run.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<ImportRow>.Of([.. found.Select(r => RowOf(r.Run, r.Name))], page, count);
    }

    public async Task<Result<ImportDetails>> GetAsync(Guid importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from run in context.Set<ImportRun>().AsNoTracking()
            join router in context.Set<Router>() on run.RouterId equals router.Id
            where run.Id == importId
            select new { Run = run, router.Name }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return ImportErrors.NotFound;
        }

        var isolir = (await settings.GetAsync(cancellationToken)).IsolirProfile;
        var lines = context.Set<ImportDraft>().AsNoTracking().Where(d => d.RunId == importId && d.Kind != FoundKind.Profile);
        var verdicts = await lines.GroupBy(d => d.Verdict).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var chosen = lines.Where(d => d.IsChosen);
        return new ImportDetails(
            RowOf(found.Run, found.Name),
            verdicts,
            await chosen.CountAsync(cancellationToken),
            await context.Set<ImportDraft>().CountAsync(d => d.RunId == importId && d.Kind == FoundKind.Profile && d.IsChosen, cancellationToken),
            await chosen.CountAsync(d => d.Service != AccessService.Static && d.Password == null, cancellationToken),
            await chosen.CountAsync(d => d.Service != AccessService.Static && (d.IsDisabled || d.Profile == isolir), cancellationToken));
    }

    public async Task<Result<Page<ImportDraftRow>>> ListDraftsAsync(Guid importId, ImportDraftFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<ImportRun>().AnyAsync(r => r.Id == importId, cancellationToken))
        {
            return ImportErrors.NotFound;
        }

        var drafts = Narrow(context.Set<ImportDraft>().AsNoTracking().Where(d => d.RunId == importId), filter);
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            drafts = drafts.Where(d => d.Name.ToLower().Contains(text) || (d.Comment != null && d.Comment.ToLower().Contains(text))
                || (d.CustomerName != null && d.CustomerName.ToLower().Contains(text)) || (d.CustomerNumber != null && d.CustomerNumber.ToLower().Contains(text)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await drafts.LongCountAsync(cancellationToken);
        var rows = await Sort(drafts, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<ImportDraftRow>.Of([.. rows.Select(RowOf)], page, count);
    }

    /// <summary>The drafts that a filter means.</summary>
    public static IQueryable<ImportDraft> Narrow(IQueryable<ImportDraft> drafts, ImportDraftFilter filter)
    {
        if (filter.Verdict is { } verdict)
        {
            drafts = drafts.Where(d => d.Verdict == verdict);
        }

        if (filter.Kind is { } kind)
        {
            drafts = drafts.Where(d => d.Kind == kind);
        }

        if (filter.Numbers is { } numbers)
        {
            var wanted = numbers.ToList();
            drafts = drafts.Where(d => wanted.Contains(d.Number));
        }

        return drafts;
    }

    private static IOrderedQueryable<ImportDraft> Sort(IQueryable<ImportDraft> drafts, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("name", false) => drafts.OrderBy(d => d.Name).ThenBy(d => d.Number),
        ("name", true) => drafts.OrderByDescending(d => d.Name).ThenBy(d => d.Number),
        ("profile", false) => drafts.OrderBy(d => d.Profile).ThenBy(d => d.Number),
        ("profile", true) => drafts.OrderByDescending(d => d.Profile).ThenBy(d => d.Number),
        (_, true) => drafts.OrderByDescending(d => d.Number),
        _ => drafts.OrderBy(d => d.Number),
    };

    private static ImportRow RowOf(ImportRun run, string routerName) => new(
        run.Id, run.RouterId, routerName, run.State, run.FileName, run.Customers, run.CustomersWithoutLine, run.CreatedBy, run.CreatedAtUtc, run.EndedAtUtc, run.TakenLines, run.Version);

    private static ImportDraftRow RowOf(ImportDraft draft) => new(
        draft.Number, draft.Kind, draft.Service, draft.Name, draft.Profile, draft.FixedAddress, draft.RateLimit, draft.Password is not null, draft.IsDisabled, draft.Comment,
        draft.Verdict, draft.ProblemCode, draft.ProblemDetail, draft.MatchedBy, draft.CustomerNumber, draft.CustomerName, draft.CustomerPhone, draft.CanBeTaken, draft.IsChosen, draft.AccessId);
}
