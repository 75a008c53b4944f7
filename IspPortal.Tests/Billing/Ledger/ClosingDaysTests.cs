using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Ledger;

/// <summary>Days that are closed stay closed.</summary>
public sealed class ClosingDaysTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Late_cash_is_posted_to_the_open_day_and_keeps_the_time_at_which_it_was_paid(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        var (day, paidAt) = (rig.Today, rig.Clock.NowUtc);
        await rig.PostAsync(rig.Bill("invoice:1", account, 200_000), rig.Pay("receipt:1", account, 50_000));
        await rig.CloseAsync(day);

        // The collector hands in what he took in the evening before, on the next day.
        rig.Clock.Advance(TimeSpan.FromDays(1));
        var late = LedgerPostings.ReceiptBooked(new("receipt:2", day, paidAt, "KW-202611-000002"), [new(LedgerAccount.Cash, "KOLEKTOR-3", Money.Idr(150_000))], [new(account, LedgerRig.Invoice, Money.Idr(150_000))]);
        await rig.PostAsync(late);
        var kept = await rig.TransactionAsync("receipt:2");
        Assert.Equal((day.AddDays(1), paidAt, rig.Clock.NowUtc), (kept.PostedOn, kept.OccurredAtUtc, kept.RecordedAtUtc));
        Assert.All(kept.Entries, entry => Assert.Equal(day.AddDays(1), entry.PostedOn));

        // So does what a run posts at once.
        await using var context = rig.Database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        Assert.Equal(1, (await rig.Book.PostManyAsync(context, [rig.Bill("invoice:2", account, 1, day.AddDays(-20))], Token)).Value);
        await transaction.CommitAsync(Token);
        Assert.Equal(day.AddDays(1), (await rig.TransactionAsync("invoice:2")).PostedOn);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_day_of_the_past_that_is_open_takes_postings(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        await rig.PostAsync(rig.Bill("invoice:1", await rig.AddAccountAsync(), 1, rig.Today.AddDays(-3)));
        Assert.Equal(rig.Today.AddDays(-3), (await rig.TransactionAsync("invoice:1")).PostedOn);
        Assert.Equal(rig.Today.AddDays(-3), (await rig.Closing().GetOpenDayAsync(Token)).Value);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_closing_says_what_lies_where_and_the_next_one_begins_with_it(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        var day = rig.Today;
        await rig.PostAsync(
            rig.Pay("receipt:1", account, 100_000, drawer: "LACI-1"),
            rig.Pay("receipt:2", account, 70_000, drawer: "LACI-1"),
            rig.Pay("receipt:3", account, 30_000, drawer: "LACI-2"),
            LedgerPostings.MoneyMoved(rig.Occasion("move:1"), new(LedgerAccount.Cash, "LACI-1", Money.Idr(150_000)), LedgerAccount.Bank, "BCA", Money.Zero));
        var first = await rig.CloseAsync(day, " dihitung dua kali ");
        Assert.Equal((day, null, 4, "dihitung dua kali", "admin@lab.test"), (first.On, first.FromOn, first.Postings, first.Note, first.ActorName));
        Assert.Equal(["Cash/LACI-1 0 +170000 -150000 = 20000", "Cash/LACI-2 0 +30000 -0 = 30000", "Bank/BCA 0 +150000 -0 = 150000"], Told(first));

        rig.Clock.Advance(TimeSpan.FromDays(2));
        await rig.PostAsync(rig.Pay("receipt:4", account, 5_000, drawer: "LACI-1"));
        var second = await rig.CloseAsync(day.AddDays(2));
        Assert.Equal((day.AddDays(1), 1), (second.FromOn!.Value, second.Postings));
        Assert.Equal(["Cash/LACI-1 20000 +5000 -0 = 25000", "Cash/LACI-2 30000 +0 -0 = 30000", "Bank/BCA 150000 +0 -0 = 150000"], Told(second));
        Assert.Equal([second.On, first.On], (await rig.Closing().ListAsync(new(), Token)).Value.Items.Select(row => row.On));
        Assert.Equal(Told(second), Told((await rig.Closing().ListAsync(new(1, 1), Token)).Value.Items.Single()));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_closed_day_a_day_to_come_and_totals_that_nobody_saw_are_refused(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        var day = rig.Today;
        await rig.PostAsync(rig.Pay("receipt:1", account, 100_000));
        Assert.Equal(LedgerErrors.DayNotCome(day.AddDays(1)).Code, (await rig.Closing().CloseAsync(new(day.AddDays(1), 1), Token)).Error?.Code);
        Assert.Equal(LedgerErrors.TotalsChanged, (await rig.Closing().CloseAsync(new(day, 0), Token)).Error);
        Assert.Equal("common.invalid", (await rig.Closing().CloseAsync(new(day, 1, new string('x', 501)), Token)).Error?.Code);
        Assert.Empty((await rig.Closing().ListAsync(new(), Token)).Value.Items);

        await rig.CloseAsync(day);
        foreach (var closed in new[] { day, day.AddDays(-1) })
        {
            Assert.Equal(LedgerErrors.DayClosed(closed).Code, (await rig.Closing().CloseAsync(new(closed, 1), Token)).Error?.Code);
            Assert.Equal(LedgerErrors.DayClosed(closed).Code, (await rig.Closing().PreviewAsync(closed, Token)).Error?.Code);
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_who_close_a_day_at_once_close_it_once(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        await rig.PostAsync(rig.Pay("receipt:1", await rig.AddAccountAsync(), 100_000));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.Closing().CloseAsync(new(rig.Today, 1), Token), Token)));
        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal("ledger.day_closed", outcome.Error?.Code));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_closing_waits_for_who_is_posting_and_nothing_slips_into_the_closed_day(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        await using var context = rig.Database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        Assert.True((await rig.Book.PostAsync(context, rig.Pay("receipt:1", account, 100_000), Token)).Succeeded);
        Assert.True((await LedgerBook.SaveAsync(context, Token)).Succeeded);
        var closing = Task.Run(() => rig.Closing().CloseAsync(new(rig.Today, 0), Token), Token);
        Assert.NotSame(closing, await Task.WhenAny(closing, Task.Delay(300, Token)));
        await transaction.CommitAsync(Token);
        Assert.Equal(LedgerErrors.TotalsChanged, (await closing).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task However_closings_and_postings_meet_the_totals_of_a_closed_day_are_those_of_its_entries(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        var day = rig.Today;
        var posting = Task.Run(
            async () =>
            {
                for (var i = 0; i < 40; i++)
                {
                    await rig.PostAsync(rig.Pay($"receipt:{i}", account, 1_000 + i, day));
                }
            },
            Token);
        Result<DayClosingRow> closed;
        do
        {
            var seen = await rig.Closing().PreviewAsync(day, Token);
            closed = await rig.Closing().CloseAsync(new(day, seen.Value.Postings), Token);
        }
        while (!closed.Succeeded);
        await posting;

        var entries = (await rig.Directory().ListAsync(new LedgerFilter(LedgerAccount.Cash, To: day), new(1, 100), Token)).Value;
        Assert.Equal((closed.Value.Postings, closed.Value.Totals.Sum(total => total.After.Minor)), ((int)entries.TotalCount, entries.Items.Sum(row => row.Amount.Minor)));
        Assert.Equal(40, (await rig.Directory().ListAsync(new LedgerFilter(LedgerAccount.Cash), new(1, 100), Token)).Value.TotalCount);
    }

    [Fact]
    public async Task Who_may_not_close_may_look()
    {
        await using var rig = await LedgerRig.CreateAsync("Sqlite");
        Assert.Equal(ErrorKind.Forbidden, (await rig.Closing(LedgerPermissions.LedgerRead).CloseAsync(new(rig.Today, 0), Token)).Error?.Kind);
        Assert.True((await rig.Closing(LedgerPermissions.LedgerRead).PreviewAsync(rig.Today, Token)).Succeeded);
        Assert.Equal(ErrorKind.Forbidden, (await rig.Closing("customers.read").PreviewAsync(rig.Today, Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await rig.Closing("customers.read").ListAsync(new(), Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await rig.Closing("customers.read").GetOpenDayAsync(Token)).Error?.Kind);
        Assert.Equal(PlainText.Code, (await rig.Closing().CloseAsync(new(rig.Today, 0, "a\0b"), Token)).Error?.Fields.Single().Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_closing_is_in_the_audit(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var closing = await rig.CloseAsync(rig.Today);
        await using var context = rig.Database.Open();
        Assert.Equal("admin@lab.test", (await context.Set<Core.Audit.AuditEntry>().SingleAsync(entry => entry.Entity == "day_closing" && entry.EntityId == closing.Id.ToString(), Token)).ActorName);
    }

    private static IEnumerable<string> Told(DayClosingRow closing) =>
        closing.Totals.Select(total => $"{total.Account}/{total.SubAccount} {total.Before.Minor} +{total.In.Minor} -{total.Out.Minor} = {total.After.Minor}");
}
