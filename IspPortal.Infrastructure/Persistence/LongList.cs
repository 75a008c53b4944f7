using IspPortal.Core.Common.Paging;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// One page of a list of a hundred thousand rows of which filters and a search may leave anything from nothing to all. Little is looked up and sorted. Of much the list's own order is read until
/// the page is full, since sorting it would take longest; when it turns out to lie far off in that order, it is looked up and sorted all the same.
/// </summary>
/// <param name="All">Every row.</param>
/// <param name="Filter">Narrows to what the filters leave.</param>
/// <param name="Sort">The order, that of an index.</param>
internal sealed record LongList<T>(IQueryable<T> All, Func<IQueryable<T>, IQueryable<T>> Filter, Func<IQueryable<T>, IOrderedQueryable<T>> Sort)
    where T : class
{
    /// <summary>What a search finds is counted so far; what was not looked up is said to be more than <see cref="MostNear"/>.</summary>
    public const int MostCounted = 5_000;

    /// <summary>As far as what a search finds is counted while it is read in the list's order.</summary>
    public const int MostNear = 1_000;

    private const int FewRows = 1_000;
    private const int FewEntries = 5_000;
    private const int RowsAsked = 3_000;

    /// <summary>Pages behind so many rows are nobody's first: they are looked up, counted and sorted.</summary>
    private const int FarSkip = 10_000;

    /// <summary>An index has what the filters leave in the order of the sort: there is nothing to choose.</summary>
    public required bool IsInOrder { get; init; }

    /// <summary>What is typed, or null.</summary>
    public string? Search { get; init; }

    /// <summary>Narrows to what the index of parts finds.</summary>
    public required Func<IQueryable<T>, IQueryable<T>> LookUp { get; init; }

    /// <summary>Narrows to what was found already.</summary>
    public required Func<IQueryable<T>, IReadOnlyCollection<FoundEntry>, IQueryable<T>> Pick { get; init; }

    /// <summary>The same by asking of each row, in a form that PostgreSQL does not turn into looking up all (EXISTS is one).</summary>
    public required Func<IQueryable<T>, IQueryable<T>> Ask { get; init; }

    /// <summary>The rows of the page in their order, how many there are in all, and whether there are more than that.</summary>
    public async Task<(IQueryable<T> Rows, long Count, bool IsAtLeast)> ReadAsync(PortalDbContext context, PageRequest page, CancellationToken cancellationToken)
    {
        var isSearched = context.SearchEntriesWith(Search) is not null;
        return page.IsSlice || page.Skip > FarSkip ? await ReadAllAsync(context, isSearched ? LookUp(Filter(All)) : Filter(All), page, cancellationToken)
            : isSearched ? await SearchAsync(context, page, cancellationToken)
            : await FilterAsync(context, page, cancellationToken);
    }

    /// <summary>What the list's own order has near by, in that order.</summary>
    public IOrderedQueryable<T> Near(PageRequest page, bool isSearched) =>
        Sort(isSearched ? Ask(Filter(Sort(All).Take(page.Skip + RowsAsked))) : Filter(Sort(All).Take(page.Skip + RowsAsked)));

    private async Task<(IQueryable<T> Rows, long Count, bool IsAtLeast)> ReadAllAsync(PortalDbContext context, IQueryable<T> found, PageRequest page, CancellationToken cancellationToken) =>
        (await PageOfAsync(context, found, page, cancellationToken), await found.LongCountAsync(cancellationToken), false);

    private async Task<(IQueryable<T> Rows, long Count, bool IsAtLeast)> FilterAsync(PortalDbContext context, PageRequest page, CancellationToken cancellationToken)
    {
        var found = Filter(All);
        var count = await found.LongCountAsync(cancellationToken);
        if (IsInOrder || count <= FewRows)
        {
            // Few are taken before they are sorted, or PostgreSQL looks for them along the whole order.
            return (await PageOfAsync(context, IsInOrder ? found : found.OrderBy(row => EF.Property<Guid>(row, "Id")).Take(2 * FewRows), page, cancellationToken), count, false);
        }

        var near = await IdsAsync(Near(page, isSearched: false).Skip(page.Skip), page.Take, cancellationToken);
        return (near.Count == Math.Min(page.Take, count - page.Skip) ? Those(context, near) : await PageOfAsync(context, found, page, cancellationToken), count, false);
    }

    private async Task<(IQueryable<T> Rows, long Count, bool IsAtLeast)> SearchAsync(PortalDbContext context, PageRequest page, CancellationToken cancellationToken)
    {
        var last = page.Skip + page.Take;
        var found = context.Provider == StorageProvider.Postgres ? await context.FindSearchEntriesAsync(Search!, FewEntries + 1, cancellationToken) : null;
        var isMuch = (found?.Count ?? await context.CountSearchEntriesAsync(Search!, FewEntries + 1, cancellationToken)) > FewEntries;
        var ids = isMuch ? await IdsAsync(Near(page, isSearched: true), last + MostNear + 1, cancellationToken) : [];
        // The last one is what there are more of.
        var isAtLeast = ids.Count > last + 1;
        long count = Math.Min(ids.Count - 1, Math.Max(MostNear, last + 1));
        if (!isAtLeast)
        {
            var rows = Filter(All);
            ids = await IdsAsync(Sort(found is null || isMuch ? LookUp(rows) : Pick(rows, found)), last + MostCounted + 1, cancellationToken);
            isAtLeast = ids.Count > last + MostCounted;
            count = isAtLeast ? Math.Max(MostCounted, last + 1) : ids.Count;
        }

        return (Those(context, ids.Skip(page.Skip).Take(page.Take)), count, isAtLeast);
    }

    // A database that makes rows of what it skips makes them for nothing: behind the first page the ids come first.
    private async Task<IQueryable<T>> PageOfAsync(PortalDbContext context, IQueryable<T> found, PageRequest page, CancellationToken cancellationToken) => page.Skip == 0 || page.IsSlice
        ? Sort(found).Skip(page.Skip).Take(page.Take)
        : Those(context, await IdsAsync(Sort(found).Skip(page.Skip), page.Take, cancellationToken));

    private IQueryable<T> Those(PortalDbContext context, IEnumerable<Guid> ids)
    {
        var shown = ids.ToList();
        return Sort(context.Set<T>().AsNoTracking().Where(row => shown.Contains(EF.Property<Guid>(row, "Id"))));
    }

    private static Task<List<Guid>> IdsAsync(IQueryable<T> rows, int most, CancellationToken cancellationToken) => rows.Take(most).Select(row => EF.Property<Guid>(row, "Id")).ToListAsync(cancellationToken);
}
