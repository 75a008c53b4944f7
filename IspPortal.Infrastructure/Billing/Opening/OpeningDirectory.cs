using System.Linq.Expressions;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Opening;

internal sealed class OpeningDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IOpeningDirectory
{
    private static readonly Expression<Func<OpeningImport, OpeningImportRow>> ToRow = i => new OpeningImportRow(
        i.Id, i.FileName, i.State, i.CutoverOn, i.Rows, i.Ready, i.Known, i.Wrong, i.CreatedBy, i.CreatedAtUtc, i.CheckedAtUtc, i.BookedBy, i.BookedAtUtc, i.UndoneBy, i.UndoneAtUtc, i.UndoReason, i.Version);

    public async Task<Result<Page<OpeningImportRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var imports = context.Set<OpeningImport>().AsNoTracking();
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            imports = imports.Where(i => i.FileName.ToLower().Contains(text) || i.CreatedBy.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await imports.LongCountAsync(cancellationToken);
        return Page<OpeningImportRow>.Of(await imports.OrderByDescending(i => i.CreatedAtUtc).ThenByDescending(i => i.Id).Skip(page.Skip).Take(page.Take).Select(ToRow).ToListAsync(cancellationToken), page, count);
    }

    public async Task<Result<OpeningImportDetails>> GetAsync(Guid importId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<OpeningImport>().AsNoTracking().Where(i => i.Id == importId).Select(ToRow).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return OpeningErrors.NotFound;
        }

        var sums = await context.Set<OpeningItem>().AsNoTracking()
            .Where(i => i.ImportId == importId && i.Kind != null && (i.Verdict == OpeningVerdict.Ready || i.Verdict == OpeningVerdict.Booked || i.Verdict == OpeningVerdict.Undone))
            .GroupBy(i => i.Kind).Select(g => new { Kind = g.Key!.Value, Rows = g.Count(), Minor = g.Sum(i => i.AmountMinor) }).ToListAsync(cancellationToken);
        var kinds = sums.OrderBy(sum => sum.Kind).Select(sum => new OpeningKindTotal(sum.Kind, sum.Rows, Money.Idr(sum.Minor))).ToList();
        // The sums of a kind post as one row of it does.
        var occasion = new LedgerOccasion("opening", row.CutoverOn, row.CreatedAtUtc, "opening");
        return new OpeningImportDetails(row, kinds, OpeningJournal.TotalsOf(kinds.Where(kind => !kind.Amount.IsZero).Select(kind => OpeningJournal.PostingOf(occasion, kind.Kind, kind.Amount, importId, null, "")).OfType<LedgerPosting>()));
    }

    public async Task<Result<Page<OpeningItemRow>>> ItemsAsync(Guid importId, OpeningItemFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<OpeningImport>().AnyAsync(i => i.Id == importId, cancellationToken))
        {
            return OpeningErrors.NotFound;
        }

        var items = context.Set<OpeningItem>().AsNoTracking().Where(i => i.ImportId == importId);
        items = filter.Verdict is { } verdict ? items.Where(i => i.Verdict == verdict) : items;
        items = filter.Kind is { } kind ? items.Where(i => i.Kind == kind) : items;
        foreach (var word in SearchKey.Of(page.SearchOrNull).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            items = items.Where(i => i.SearchKey.Contains(word));
        }

        var count = await items.LongCountAsync(cancellationToken);
        var found = await items.OrderBy(i => i.Row).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var ids = found.Select(i => i.BillingAccountId).OfType<Guid>().Distinct().ToList();
        var accounts = await context.Set<BillingAccount>().AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number, Name = a.Customer!.CompanyName ?? a.Customer.Name }).ToDictionaryAsync(a => a.Id, cancellationToken);
        return Page<OpeningItemRow>.Of(
            found.ConvertAll(i =>
            {
                var account = i.BillingAccountId is { } id ? accounts.GetValueOrDefault(id) : null;
                return new OpeningItemRow(
                    i.Row, i.Kind, i.Verdict, OpeningJson.ProblemsOf(i.Problems), i.Subject, i.BillingAccountId, account?.Number, account?.Name, i.Number,
                    i.Verdict is OpeningVerdict.Booked or OpeningVerdict.Undone ? i.InvoiceId : null, i.IssuedOn, i.DueOn, Money.Idr(i.AmountMinor), i.BilledUntilOn, i.Next, i.Note);
            }),
            page,
            count);
    }

    private Error? Denied => actor.Deny(LedgerPermissions.LedgerRead);
}
