using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Ledger;

internal sealed class DayClosings(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, TimeProvider clock) : IDayClosing
{
    public async Task<Result<Page<DayClosingRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var closings = context.Set<DayClosing>().AsNoTracking();
        var rows = await closings.OrderByDescending(c => c.On).Skip(page.Skip).Take(page.Take).Include(c => c.Totals).AsSplitQuery().ToListAsync(cancellationToken);
        return Page<DayClosingRow>.Of([.. rows.Select(ToRow)], page, await closings.LongCountAsync(cancellationToken));
    }

    public async Task<Result<DayTotals>> PreviewAsync(DateOnly on, CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await LookAsync(context, on, cancellationToken);
    }

    public async Task<Result<DateOnly>> GetOpenDayAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(LedgerPermissions.LedgerRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await context.Set<DayClosing>().MaxAsync(c => (DateOnly?)c.On, cancellationToken);
        var first = await context.Set<LedgerEntry>().Where(e => last == null || e.PostedOn > last).MinAsync(e => (DateOnly?)e.PostedOn, cancellationToken);
        return first ?? await business.TodayAsync(cancellationToken);
    }

    public async Task<Result<DayClosingRow>> CloseAsync(CloseDayRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(LedgerPermissions.LedgerClose) ?? Refuse(request)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Whoever is posting finishes first, and nobody begins: the totals are those of the day.
        await context.HoldLockAsync(LedgerBook.DaysLock, cancellationToken);
        var totals = await LookAsync(context, request.On, cancellationToken);
        if (!totals.Succeeded)
        {
            return totals.Error;
        }

        if (totals.Value.Postings != request.Postings)
        {
            return LedgerErrors.TotalsChanged;
        }

        var closing = NewClosing(totals.Value, NoteOrNull(request.Note));
        context.Add(closing);
        var saved = await context.TrySaveAsync(LedgerErrors.DayClosed(request.On), cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        await transaction.CommitAsync(cancellationToken);
        return ToRow(closing);
    }

    private static Error? Refuse(CloseDayRequest request) => PlainText.Refuse(request.Note, "note")
        ?? (request.Note?.Trim().Length > LedgerPosting.LongestNote ? CommonErrors.Invalid([new FieldError("note", "common.too_long", LedgerPosting.LongestNote)]) : null);

    private static string? NoteOrNull(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    private async Task<Result<DayTotals>> LookAsync(PortalDbContext context, DateOnly on, CancellationToken cancellationToken)
    {
        var last = await context.Set<DayClosing>().AsNoTracking().Include(c => c.Totals).OrderByDescending(c => c.On).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && on <= last.On)
        {
            return LedgerErrors.DayClosed(on);
        }

        if (on > await business.TodayAsync(cancellationToken))
        {
            return LedgerErrors.DayNotCome(on);
        }

        var entries = context.Set<LedgerEntry>().Where(e => e.PostedOn <= on);
        if (last is not null)
        {
            entries = entries.Where(e => e.PostedOn > last.On);
        }

        var postings = await entries.Select(e => e.TransactionId).Distinct().CountAsync(cancellationToken);
        var moved = await entries.Where(e => e.Account == LedgerAccount.Cash || e.Account == LedgerAccount.Bank || e.Account == LedgerAccount.GatewayClearing)
            .GroupBy(e => new { e.Account, e.SubAccount })
            .Select(group => new { group.Key.Account, group.Key.SubAccount, In = group.Sum(e => e.AmountMinor > 0 ? e.AmountMinor : 0), Out = group.Sum(e => e.AmountMinor < 0 ? -e.AmountMinor : 0) })
            .ToListAsync(cancellationToken);
        // What was closed never changes: what lay there is what the last closing says.
        var before = (last?.Totals ?? []).ToDictionary(total => (total.Account, total.SubAccount), total => total.BeforeMinor + total.InMinor - total.OutMinor);
        var rows = moved.Select(m => new DayTotalRow(m.Account, m.SubAccount ?? "", Money.Idr(before.GetValueOrDefault((m.Account, m.SubAccount ?? ""))), Money.Idr(m.In), Money.Idr(m.Out))).ToList();
        rows.AddRange(before.Where(left => left.Value != 0 && !rows.Exists(row => (row.Account, row.SubAccount) == left.Key)).Select(left => new DayTotalRow(left.Key.Account, left.Key.SubAccount, Money.Idr(left.Value), Money.Zero, Money.Zero)));
        return new DayTotals(on, last?.On.AddDays(1), postings, [.. rows.OrderBy(row => row.Account).ThenBy(row => row.SubAccount, StringComparer.Ordinal)]);
    }

    private static DayClosingRow ToRow(DayClosing closing) => new(
        closing.Id,
        closing.On,
        closing.FromOn,
        closing.ClosedAtUtc,
        closing.ActorName,
        closing.Postings,
        closing.Note,
        [
            .. closing.Totals.OrderBy(total => total.Account).ThenBy(total => total.SubAccount, StringComparer.Ordinal)
                .Select(total => new DayTotalRow(total.Account, total.SubAccount, Money.Idr(total.BeforeMinor), Money.Idr(total.InMinor), Money.Idr(total.OutMinor))),
        ]);

    private DayClosing NewClosing(DayTotals totals, string? note)
    {
        var id = Ids.New(clock);
        return new DayClosing
        {
            Id = id,
            On = totals.On,
            FromOn = totals.FromOn,
            ClosedAtUtc = clock.UtcNow(),
            ActorName = actor.Actor.Name,
            Note = note,
            Postings = totals.Postings,
            Totals =
            [
                .. totals.Totals.Select(row => new DayClosingTotal
                {
                    Id = Ids.New(clock),
                    ClosingId = id,
                    Account = row.Account,
                    SubAccount = row.SubAccount,
                    BeforeMinor = row.Before.Minor,
                    InMinor = row.In.Minor,
                    OutMinor = row.Out.Minor,
                }),
            ],
        };
    }
}
