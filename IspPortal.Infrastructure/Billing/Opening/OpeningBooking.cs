using System.Data.Common;
using System.Globalization;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>
/// Books what a dry run showed in one transaction: killed at any moment there is nothing or all of it. One books at a time, and a row's key is unique while it is booked.
/// </summary>
internal sealed class OpeningBooking(OpeningReading reading, LedgerBook ledger, TimeProvider clock)
{
    /// <summary>Held by whoever books or takes back opening balances.</summary>
    internal const int Lock = 7305107;

    public async Task<Result> BookAsync(IDbContextFactory<PortalDbContext> contexts, Guid importId, long version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.HoldLockAsync(Lock, cancellationToken);
        var import = await context.Set<OpeningImport>().SingleOrDefaultAsync(i => i.Id == importId, cancellationToken);
        if (import is not { State: OpeningState.Checked })
        {
            // Twice is once.
            return import is null ? OpeningErrors.NotFound : import.State == OpeningState.Booked ? Result.Success : OpeningErrors.WrongState;
        }

        if (import.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var items = await context.Set<OpeningItem>().AsNoTracking().Where(i => i.ImportId == importId).OrderBy(i => i.Row).ToListAsync(cancellationToken);
        var ready = items.FindAll(item => item.Verdict == OpeningVerdict.Ready);
        if (ready.Count == 0)
        {
            return OpeningErrors.NothingToBook;
        }

        // Others that bill or pay for these accounts wait: what is read now stays true.
        await context.LockBillingAccountsAsync([.. ready.Select(item => item.BillingAccountId).OfType<Guid>().Distinct().Order()], cancellationToken);
        if (await JudgedAnewAsync(context, import, items, cancellationToken) is not { } found)
        {
            return OpeningErrors.Changed;
        }

        (import.State, import.BookedBy, import.BookedAtUtc) = (OpeningState.Booked, context.Actor.Name, clock.UtcNow());
        foreach (var item in ready)
        {
            Follow(context, item, found[item.Row]);
        }

        var saved = await context.TrySaveAsync(null, cancellationToken);
        var written = saved.Succeeded ? await WriteAsync(context, import, ready, found, cancellationToken) : saved;
        if (written.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return written;
    }

    /// <summary>What a row posts; null: nothing.</summary>
    internal static LedgerPosting? PostingOf(OpeningImport import, OpeningItem item) => OpeningJournal.PostingOf(
        OpeningJournal.OccasionOf(import.Id, item.Row, import.CutoverOn, import.CutoverOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), item.Number, item.InvoiceId, item.Note),
        item.Kind!.Value, Money.Idr(item.AmountMinor), item.BillingAccountId, item.InvoiceId, item.Place);

    // The rows as they are judged now; null: what was looked at would not be booked any more.
    private async Task<Dictionary<int, OpeningFinding>?> JudgedAnewAsync(PortalDbContext context, OpeningImport import, List<OpeningItem> items, CancellationToken cancellationToken)
    {
        var reader = new OpeningRowReader(OpeningColumns.Find(OpeningJson.CellsOf(import.Headings)));
        var drafts = items.ConvertAll(item => reader.Read(OpeningRows.RowOf(item)));
        var world = await reading.ReadAsync(context, import.CutoverOn, drafts, cancellationToken);
        var found = await Task.Run(() => new OpeningJudge(world).Judge(drafts).ToDictionary(finding => finding.Draft.Row), cancellationToken);
        return items.TrueForAll(item => item.Verdict != OpeningVerdict.Ready || (found[item.Row] is { Verdict: OpeningVerdict.Ready } now && now.Key == item.Key && now.Says == item.Says)) ? found : null;
    }

    // A prepaid line has the days that the old system was paid for, and no others.
    private static void Follow(PortalDbContext context, OpeningItem item, OpeningFinding finding)
    {
        if (item.Kind == OpeningKind.PaidUntil && finding.Line is { IsPrepaid: true } line && finding.Draft.PaidUntilOn is { } until && line.EndsOn != until)
        {
            if (line.EndsOn > until)
            {
                context.AddEvent(new LineUnpaid(line.Id, item.ImportId, until.AddDays(1), until));
            }
            else
            {
                context.AddEvent(new LinePaidAhead(line.Id, item.ImportId, until));
            }
        }
    }

    private async Task<Result> WriteAsync(PortalDbContext context, OpeningImport import, List<OpeningItem> ready, Dictionary<int, OpeningFinding> found, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var invoices = ready.Where(item => item.Kind == OpeningKind.Invoice).Select(item => OpeningRows.InvoiceOf(item, found[item.Row].Account!, found[item.Row].Line, context.Actor.Name, now)).ToList();
        try
        {
            await context.Set<OpeningItem>().Where(i => i.ImportId == import.Id && i.Verdict == OpeningVerdict.Ready)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.BookedKey, i => i.Key).SetProperty(i => i.Verdict, OpeningVerdict.Booked), cancellationToken);
            await context.InsertRowsAsync(invoices, cancellationToken);
            await context.InsertRowsAsync([.. invoices.SelectMany(invoice => invoice.Lines)], cancellationToken);
        }
        catch (DbException exception) when (exception.IsUniqueViolation())
        {
            return OpeningErrors.Changed;
        }

        foreach (var row in ready.Where(item => item.Kind == OpeningKind.NextNumber))
        {
            await MoveSeriesAsync(context, row.Place!, row.Next!.Value, cancellationToken);
        }

        var posted = await ledger.PostManyAsync(context, [.. ready.OrderBy(item => item.BillingAccountId).ThenBy(item => item.Row).Select(item => PostingOf(import, item)).OfType<LedgerPosting>()], cancellationToken);
        return posted.Error is { } error ? error : Result.Success;
    }

    // Nobody takes a number of the series before the end of the transaction.
    private static async Task MoveSeriesAsync(PortalDbContext context, string series, long next, CancellationToken cancellationToken)
    {
        if (next == 1)
        {
            return;
        }

        var (prefix, month) = (series[..series.LastIndexOf('-')], DateOnly.ParseExact(series[(series.LastIndexOf('-') + 1)..] + "01", "yyyyMMdd", CultureInfo.InvariantCulture));
        if (!await context.Set<NumberSequence>().AnyAsync(s => s.Series == series, cancellationToken))
        {
            await context.TakeNumbersAsync(prefix, month, 1, cancellationToken);
        }

        await context.Set<NumberSequence>().Where(s => s.Series == series && s.NextValue < next).ExecuteUpdateAsync(set => set.SetProperty(s => s.NextValue, next), cancellationToken);
    }
}
