using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Ledger;

/// <summary>Postings in a database: once, whole, and for good.</summary>
public sealed class PostingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_has_no_day_to_come_and_a_bill_may_have_one()
    {
        await using var rig = await LedgerRig.CreateAsync("Sqlite");
        var account = await rig.AddAccountAsync();
        var later = rig.Today.AddDays(2);
        await rig.PostAsync(rig.Bill("invoice:1", account, 200_000, later));
        Assert.Equal("ledger.day_not_come", (await rig.TryPostAsync(rig.Pay("receipt:1", account, 200_000, later))).Error?.Code);
        await using (var context = rig.Database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            Assert.Equal("ledger.day_not_come", (await rig.Book.PostManyAsync(context, [rig.Pay("receipt:1", account, 200_000, later)], Token)).Error?.Code);
        }

        await rig.PostAsync(rig.Pay("receipt:1", account, 200_000));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_posting_is_kept_with_its_entries_and_the_account_has_a_new_version(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        var before = await VersionAsync(rig, account);
        await rig.PostAsync(rig.Bill("invoice:1", account, 200_000));

        var kept = await rig.TransactionAsync("invoice:1");
        Assert.Equal((LedgerKind.InvoiceIssued, rig.Today, rig.Clock.NowUtc, "DOC-INVOICE:1", "system:test"), (kept.Kind, kept.PostedOn, kept.OccurredAtUtc, kept.Reference, kept.ActorName));
        Assert.Equal([("Receivable", 200_000L), ("Revenue", -200_000L)], kept.Entries.OrderBy(e => e.Id).Select(e => (e.Account.ToString(), e.AmountMinor)));
        Assert.All(kept.Entries, entry => Assert.Equal((account, LedgerRig.Invoice, rig.Today), (entry.BillingAccountId, entry.InvoiceId, entry.PostedOn)));
        Assert.Equal(before + 1, await VersionAsync(rig, account));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_posted_already_is_not_posted_again(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        await rig.PostAsync(rig.Bill("invoice:1", account, 200_000));
        Assert.Equal(LedgerErrors.AlreadyPosted, (await rig.TryPostAsync(rig.Bill("invoice:1", account, 300_000))).Error);
        Assert.Equal(200_000, (await rig.TransactionAsync("invoice:1")).Entries.Max(e => e.AmountMinor));

        // Nor twice in one save.
        await using var context = rig.Database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        Assert.True((await rig.Book.PostAsync(context, rig.Bill("invoice:2", account, 1), Token)).Succeeded);
        Assert.Equal(LedgerErrors.AlreadyPosted, (await rig.Book.PostAsync(context, rig.Bill("invoice:2", account, 1), Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_with_one_key_at_once_leave_one(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var (budi, ani) = (await rig.AddAccountAsync(), await rig.AddAccountAsync("Ani Wijaya"));
        for (var round = 0; round < 5; round++)
        {
            // Different accounts, so that no row but the key holds one of them up.
            var key = $"receipt:{round}";
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => rig.TryPostAsync(rig.Pay(key, i % 2 == 0 ? budi : ani, 1_000 + i)), Token)));
            Assert.Single(outcomes, outcome => outcome.Succeeded);
            Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(LedgerErrors.AlreadyPosted, outcome.Error));
            Assert.Equal(2, (await rig.TransactionAsync(key)).Entries.Count);
        }

        Assert.True((await rig.Directory().GetTrialBalanceAsync(rig.Today, Token)).Value.Difference.IsZero);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_fails_later_in_the_transaction_was_never_posted(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        var before = await VersionAsync(rig, account);
        await using (var context = rig.Database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            await rig.Book.PostAsync(context, rig.Bill("invoice:1", account, 1), Token);
            Assert.True((await LedgerBook.SaveAsync(context, Token)).Succeeded);
            await transaction.RollbackAsync(Token);
        }

        Assert.Empty((await rig.Directory().ListAsync(new LedgerFilter(), new(), Token)).Value.Items);
        Assert.Equal(before, await VersionAsync(rig, account));
    }

    [Fact]
    public async Task Nobody_posts_outside_a_transaction()
    {
        await using var rig = await LedgerRig.CreateAsync("Sqlite");
        var posting = rig.Bill("invoice:1", await rig.AddAccountAsync(), 1);
        await using var context = rig.Database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Book.PostAsync(context, posting, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_are_posted_at_once_and_only_those_that_are_missing(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var (budi, ani) = (await rig.AddAccountAsync(), await rig.AddAccountAsync("Ani Wijaya"));
        await rig.PostAsync(rig.Bill("invoice:7", budi, 500));
        var before = await VersionAsync(rig, ani);
        var many = Enumerable.Range(0, 1_100).Select(i => rig.Bill($"invoice:{i}", i % 2 == 0 ? budi : ani, 500)).ToList();

        Assert.Equal(1_099, await PostManyAsync(rig, many));
        Assert.Equal(0, await PostManyAsync(rig, many));
        var balance = (await rig.Directory().GetTrialBalanceAsync(rig.Today, Token)).Value;
        Assert.Equal((1_100 * 500L, 0L), (balance.Rows.Single(row => row.Account == LedgerAccount.Receivable).Balance.Minor, balance.Difference.Minor));
        Assert.True(await VersionAsync(rig, ani) > before);
        Assert.Equal("system:test", (await rig.TransactionAsync("invoice:1099")).ActorName);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_for_the_same_accounts_in_any_order_do_not_lock_each_other_out(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var accounts = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            accounts.Add(await rig.AddAccountAsync($"Pelanggan {i}"));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(run => Task.Run(
            async () =>
            {
                for (var round = 0; round < 5; round++)
                {
                    var order = run % 2 == 0 ? accounts : [.. accounts.AsEnumerable().Reverse()];
                    Assert.Equal(12, await PostManyAsync(rig, [.. order.Select((account, i) => rig.Bill($"run:{run}:{round}:{i}", account, 100))]));
                }
            },
            Token)));
        Assert.Equal(4 * 5 * 12 * 100, (await rig.Directory().GetTrialBalanceAsync(rig.Today, Token)).Value.Debit.Minor);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_was_posted_can_be_neither_changed_nor_deleted(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        await rig.PostAsync(rig.Pay("receipt:1", await rig.AddAccountAsync(), 200_000));
        await rig.CloseAsync(rig.Today);
        await RefuseAsync(context => context.Set<LedgerTransaction>().Single());
        await RefuseAsync(context => context.Set<LedgerEntry>().First());
        await RefuseAsync(context => context.Set<DayClosing>().Single());
        await RefuseAsync(context => context.Set<DayClosingTotal>().Single());

        async Task RefuseAsync(Func<PortalDbContext, object> find)
        {
            foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
            {
                await using var context = rig.Database.Open();
                context.Entry(find(context)).State = state;
                var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));
                Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<int> PostManyAsync(LedgerRig rig, IReadOnlyCollection<LedgerPosting> postings)
    {
        await using var context = rig.Database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        var posted = await rig.Book.PostManyAsync(context, postings, Token);
        Assert.True(posted.Succeeded, posted.Error?.ToString());
        await transaction.CommitAsync(Token);
        return posted.Value;
    }

    private static async Task<long> VersionAsync(LedgerRig rig, Guid account)
    {
        await using var context = rig.Database.Open();
        return await context.Set<BillingAccount>().Where(a => a.Id == account).Select(a => a.Version).SingleAsync(Token);
    }
}
