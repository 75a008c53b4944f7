using System.Data.Common;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Ledger;

/// <summary>
/// Writes postings within the transaction of whoever causes them, so that a document and its entries are there together or not at all. Postings of a closed day go to the first open one.
/// Asks no permission: those who cause postings do.
/// </summary>
internal sealed class LedgerBook(TimeProvider clock)
{
    /// <summary>Held by a closing, shared by those who post: nothing is posted to a day while it is being closed.</summary>
    internal const int DaysLock = 7305106;

    // Where it is the next day already.
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(14);

    // A run may bill a day to come: its bills have that day, and so has what credit pays of them at once.
    private static readonly LedgerKind[] OfBills = [LedgerKind.InvoiceIssued, LedgerKind.DebitNoteIssued, LedgerKind.CreditApplied, LedgerKind.RoundingWrittenOff];

    /// <summary>
    /// Adds a posting to the context, whose transaction must have begun; whoever called saves with <see cref="SaveAsync"/>. The versions of its billing accounts have grown by then, which also makes
    /// others who post for the same ones wait: what is read of their balances afterwards stays true until the end of the transaction. <see cref="LedgerErrors.AlreadyPosted"/>,
    /// <see cref="LedgerErrors.DayNotCome"/>.
    /// </summary>
    public async Task<Result<LedgerTransaction>> PostAsync(PortalDbContext context, LedgerPosting posting, CancellationToken cancellationToken)
    {
        if (RefuseAhead(posting) is { } ahead)
        {
            return ahead;
        }

        var openOn = await FirstOpenDayAsync(context, cancellationToken);
        await BumpAsync(context, posting.BillingAccountIds, cancellationToken);
        if (context.Set<LedgerTransaction>().Local.Any(t => t.Key == posting.Occasion.Key) || await context.Set<LedgerTransaction>().AnyAsync(t => t.Key == posting.Occasion.Key, cancellationToken))
        {
            return LedgerErrors.AlreadyPosted;
        }

        var transaction = ToTransaction(context, posting, openOn);
        transaction.Entries.AddRange(ToEntries(posting, transaction));
        context.Add(transaction);
        return transaction;
    }

    /// <summary>
    /// Inserts many postings at once, without a save; for runs. Those whose keys are in the ledger already are left out. Gives how many there were; <see cref="LedgerErrors.AlreadyPosted"/> when
    /// somebody posted one of them at the same moment: the transaction is to be rolled back and tried again.
    /// </summary>
    public async Task<Result<int>> PostManyAsync(PortalDbContext context, IReadOnlyCollection<LedgerPosting> postings, CancellationToken cancellationToken)
    {
        if (postings.Select(RefuseAhead).FirstOrDefault(error => error is not null) is { } ahead)
        {
            return ahead;
        }

        var openOn = await FirstOpenDayAsync(context, cancellationToken);
        var posted = 0;
        foreach (var some in postings.DistinctBy(posting => posting.Occasion.Key, StringComparer.Ordinal).Chunk(500))
        {
            await BumpAsync(context, [.. some.SelectMany(posting => posting.BillingAccountIds).Distinct()], cancellationToken);
            var keys = some.Select(posting => posting.Occasion.Key).ToList();
            var known = await context.Set<LedgerTransaction>().Where(t => keys.Contains(t.Key)).Select(t => t.Key).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
            var rows = some.Where(posting => !known.Contains(posting.Occasion.Key)).Select(posting => (Posting: posting, Transaction: ToTransaction(context, posting, openOn))).ToList();
            try
            {
                await context.InsertRowsAsync([.. rows.Select(row => row.Transaction)], cancellationToken);
            }
            catch (DbException exception) when (exception.IsUniqueViolation())
            {
                return LedgerErrors.AlreadyPosted;
            }

            await context.InsertRowsAsync([.. rows.SelectMany(row => ToEntries(row.Posting, row.Transaction))], cancellationToken);
            posted += rows.Count;
        }

        return posted;
    }

    /// <summary>Saves what was posted; <see cref="LedgerErrors.AlreadyPosted"/> when somebody posted it at the same moment: the transaction is to be rolled back.</summary>
    public static async Task<Result> SaveAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await context.TrySaveAsync(null, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation() && exception.InnerException!.Message.Contains("ledger_transactions", StringComparison.Ordinal))
        {
            return LedgerErrors.AlreadyPosted;
        }
    }

    /// <summary>The first day that is not closed, or null when every day is open. Nobody closes one before the end of the transaction.</summary>
    internal static async Task<DateOnly?> FirstOpenDayAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await context.ShareLockAsync(DaysLock, cancellationToken);
        return (await context.Set<DayClosing>().MaxAsync(closing => (DateOnly?)closing.On, cancellationToken))?.AddDays(1);
    }

    // Money, credit notes and what is given up have no day but the one on which they happen.
    private Error? RefuseAhead(LedgerPosting posting) =>
        !OfBills.Contains(posting.Kind) && posting.Occasion.On > DateOnly.FromDateTime(clock.UtcNow() + Earliest) ? LedgerErrors.DayNotCome(posting.Occasion.On) : null;

    private static async Task BumpAsync(PortalDbContext context, IReadOnlyList<Guid> accountIds, CancellationToken cancellationToken)
    {
        if (accountIds.Count > 0)
        {
            await context.LockBillingAccountsAsync(accountIds, cancellationToken);
            await context.Set<BillingAccount>().Where(account => accountIds.Contains(account.Id)).ExecuteUpdateAsync(set => set.SetProperty(account => account.Version, account => account.Version + 1), cancellationToken);
        }
    }

    private LedgerTransaction ToTransaction(PortalDbContext context, LedgerPosting posting, DateOnly? openOn) => new()
    {
        Id = Ids.New(clock),
        Kind = posting.Kind,
        Key = posting.Occasion.Key,
        PostedOn = openOn > posting.Occasion.On ? openOn.Value : posting.Occasion.On,
        OccurredAtUtc = posting.Occasion.OccurredAtUtc,
        RecordedAtUtc = clock.UtcNow(),
        ActorName = context.Actor.Name,
        Reference = posting.Occasion.Reference,
        DocumentId = posting.Occasion.DocumentId,
        Note = posting.Occasion.Note,
    };

    private IEnumerable<LedgerEntry> ToEntries(LedgerPosting posting, LedgerTransaction transaction) => posting.Lines.Select(line => new LedgerEntry
    {
        Id = Ids.New(clock),
        TransactionId = transaction.Id,
        PostedOn = transaction.PostedOn,
        Account = line.Account,
        BillingAccountId = line.BillingAccountId,
        SubAccount = line.SubAccount,
        AmountMinor = line.Amount.Minor,
        InvoiceId = line.InvoiceId,
    });
}
