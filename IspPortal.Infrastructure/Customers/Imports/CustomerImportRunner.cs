using System.Collections.Frozen;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>
/// Makes the customers of an import, a batch in a transaction with the marks on its rows: a restart goes on where it stopped. Who runs it holds a lease that every batch
/// checks and renews, so that one that stood still and woke up again makes nobody.
/// </summary>
internal sealed class CustomerImportRunner(
    IDbContextFactory<PortalDbContext> contexts, CustomerImportVault vault, CustomerImportCandidates candidates, BlindIndex blind, IBusinessClock business, TimeProvider clock)
{
    /// <summary>As long as a batch takes nobody else gets a customer's number: a second at most.</summary>
    internal const int RowsAtOnce = 250;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Goes on with the oldest import until it is through or stopped; gives how many were made, or null when there is none.</summary>
    public async Task<int?> RunAsync(CancellationToken cancellationToken)
    {
        var token = Ids.New(clock);
        if (await ClaimAsync(token, cancellationToken) is not { } import)
        {
            return null;
        }

        var made = 0;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var content = await context.Set<CustomerImportContent>().AsNoTracking().FirstOrDefaultAsync(c => c.ImportId == import.Id, cancellationToken);
            if (content is not null && CustomerImportJson.MappingOf(import) is { } mapping)
            {
                var reader = new CustomerRowReader(mapping, await business.TodayAsync(cancellationToken));
                var rows = vault.Open(content.Rows)[mapping.Sheet].Rows.ToDictionary(row => row.Number);
                var left = await context.Set<CustomerImportLine>().AsNoTracking().Where(l => l.ImportId == import.Id && l.IsChosen && l.CustomerId == null)
                    .OrderBy(l => l.Number).Select(l => l.Number).ToListAsync(cancellationToken);
                foreach (var numbers in left.Chunk(RowsAtOnce))
                {
                    if (await MakeAsync(import, token, [.. numbers.Select(number => reader.Read(rows[number]))], cancellationToken) is not { } more)
                    {
                        return made;
                    }

                    made += more;
                }
            }
        }

        await CloseAsync(import.Id, token, cancellationToken);
        return made;
    }

    private async Task<CustomerImport?> ClaimAsync(Guid token, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var until = now + Lease;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var open = context.Set<CustomerImport>().Where(i => i.State == CustomerImportState.Running && (i.LeasedUntilUtc == null || i.LeasedUntilUtc < now));
        var id = await open.OrderBy(i => i.StartedAtUtc).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellationToken);
        return id is null || await open.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.LeasedBy, token).SetProperty(i => i.LeasedUntilUtc, until), cancellationToken) == 0
            ? null
            : await context.Set<CustomerImport>().AsNoTracking().FirstAsync(i => i.Id == id, cancellationToken);
    }

    /// <summary>Makes the customers of a batch; null when the import was stopped or is somebody else's by now.</summary>
    private async Task<int?> MakeAsync(CustomerImport import, Guid token, IReadOnlyList<CustomerImportDraft> drafts, CancellationToken cancellationToken)
    {
        try
        {
            return await TryMakeAsync(import, token, drafts, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException)
        {
            // Somebody added one of them just now, or the database refuses a row: one by one, the others are made.
            return drafts.Count > 1 ? await MakeOneByOneAsync(import, token, drafts, cancellationToken)
                : exception.IsUniqueViolation() && await TryMakeAsync(import, token, drafts, cancellationToken) is { } made ? made
                : await RefuseAsync(import.Id, drafts[0].Number, cancellationToken);
        }
    }

    private async Task<int?> MakeOneByOneAsync(CustomerImport import, Guid token, IReadOnlyList<CustomerImportDraft> drafts, CancellationToken cancellationToken)
    {
        var made = 0;
        foreach (var draft in drafts)
        {
            if (await MakeAsync(import, token, [draft], cancellationToken) is not { } more)
            {
                return null;
            }

            made += more;
        }

        return made;
    }

    private async Task<int?> TryMakeAsync(CustomerImport import, Guid token, IReadOnlyList<CustomerImportDraft> drafts, CancellationToken cancellationToken)
    {
        var until = clock.UtcNow() + Lease;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Actor = new Actor(import.StartedByKind, import.StartedById, import.StartedBy ?? import.CreatedBy, FrozenSet<string>.Empty, import.StartedFrom);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var own = context.Set<CustomerImport>().Where(i => i.Id == import.Id && i.LeasedBy == token && i.State == CustomerImportState.Running);
        if (await own.ExecuteUpdateAsync(set => set.SetProperty(i => i.LeasedUntilUtc, until), cancellationToken) == 0)
        {
            return null;
        }

        var numbers = drafts.Select(draft => draft.Number).ToList();
        var lines = await context.Set<CustomerImportLine>().Where(l => l.ImportId == import.Id && numbers.Contains(l.Number)).ToDictionaryAsync(l => l.Number, cancellationToken);
        var judge = new CustomerImportJudge();
        judge.Learn(await candidates.FindAsync(context, drafts, cancellationToken));
        var able = new List<CustomerImportDraft>();
        foreach (var draft in drafts)
        {
            var line = lines[draft.Number];
            if (draft.Wrong.Count > 0)
            {
                (line.Verdict, line.IsChosen, line.Problems) = (CustomerImportVerdict.Wrong, false, CustomerImportJson.Of(draft.Wrong));
            }
            else if (judge.FindKnown(draft, candidates.HashOf(draft)) is { } known)
            {
                (line.Verdict, line.IsChosen, line.Match, line.OtherId, line.OtherNumber) = (CustomerImportVerdict.Known, false, known.Match, known.OtherId, null);
            }
            else
            {
                able.Add(draft);
            }
        }

        if (able.Count > 0)
        {
            var today = await business.TodayAsync(cancellationToken);
            var customers = await context.TakeNumbersAsync(Customer.NumberPrefix, today, able.Count, cancellationToken);
            var accounts = await context.TakeNumbersAsync(BillingAccount.NumberPrefix, today, able.Count, cancellationToken);
            foreach (var (at, draft) in able.Index())
            {
                lines[draft.Number].CustomerId = context.Register(Ids.New(clock), draft.Request, (customers[at], accounts[at]), today, blind, clock).Id;
            }
        }

        // Once is enough: every interceptor would look through the batch again.
        context.ChangeTracker.DetectChanges();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await context.SaveChangesAsync(cancellationToken);
        await own.ExecuteUpdateAsync(set => set.SetProperty(i => i.Made, i => i.Made + able.Count), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return able.Count;
    }

    private async Task<int?> RefuseAsync(Guid importId, int number, CancellationToken cancellationToken)
    {
        var problem = CustomerImportJson.Of([new FieldError("name", CustomerImportErrors.NotSaved)]);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<CustomerImportLine>().Where(l => l.ImportId == importId && l.Number == number && l.CustomerId == null).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.Verdict, CustomerImportVerdict.Wrong).SetProperty(l => l.IsChosen, false).SetProperty(l => l.Problems, problem), cancellationToken);
        return 0;
    }

    private async Task CloseAsync(Guid importId, Guid token, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Set<CustomerImport>().FirstAsync(i => i.Id == importId, cancellationToken);
        if (import.State == CustomerImportState.Running && import.LeasedBy == token)
        {
            var verdicts = await context.Set<CustomerImportLine>().Where(l => l.ImportId == importId).GroupBy(l => l.Verdict).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            (import.Known, import.Wrong) = (verdicts.GetValueOrDefault(CustomerImportVerdict.Known), verdicts.GetValueOrDefault(CustomerImportVerdict.Wrong));
            (import.New, import.Possible) = (verdicts.GetValueOrDefault(CustomerImportVerdict.New), verdicts.GetValueOrDefault(CustomerImportVerdict.Possible));
            (import.State, import.EndedAtUtc, import.TouchedAtUtc) = (CustomerImportState.Done, clock.UtcNow(), clock.UtcNow());
            (import.LeasedBy, import.LeasedUntilUtc) = (null, null);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
