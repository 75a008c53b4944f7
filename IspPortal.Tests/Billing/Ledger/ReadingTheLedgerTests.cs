using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Billing.Ledger;

/// <summary>Entries, statements and balances as people read them.</summary>
public sealed class ReadingTheLedgerTests
{
    private static readonly Guid OtherInvoice = new("019b0000-0000-7000-8000-0000000000c2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_statement_reads_like_a_bank_book(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var (budi, ani) = (await rig.AddAccountAsync(), await rig.AddAccountAsync("Ani Wijaya"));
        var day = new DateOnly(2026, 11, 1);
        await rig.PostAsync(
            LedgerPostings.OpeningBalance(rig.Occasion("opening:1", day.AddDays(-1)), budi, null, Money.Idr(25_000), Money.Zero, Money.Idr(300_000)),
            rig.Bill("invoice:1", budi, 200_000, day),
            rig.Bill("invoice:9", ani, 999_000, day),
            rig.Pay("receipt:1", budi, 150_000, day.AddDays(4)),
            LedgerPostings.ReceiptBooked(rig.Occasion("receipt:2", day.AddDays(9)), [new(LedgerAccount.Bank, "BCA", Money.Idr(100_000))], [new(budi, LedgerRig.Invoice, Money.Idr(50_000)), new(budi, null, Money.Idr(50_000))]),
            rig.Bill("invoice:2", budi, 200_000, day.AddMonths(1), OtherInvoice),
            LedgerPostings.CreditApplied(rig.Occasion("credit:1", day.AddMonths(1)), budi, new Dictionary<Guid, Money> { [OtherInvoice] = Money.Idr(50_000) }));

        var november = (await rig.Directory().GetStatementAsync(budi, day, day.AddDays(29), Token)).Value;
        Assert.Equal((25_000L, -25_000L, 300_000L, "Budi Santoso"), (november.Opening.Minor, november.Closing.Minor, november.Deposits.Minor, november.CustomerName));
        Assert.Equal(
            ["2026-11-01 DOC-INVOICE:1 200000 225000", "2026-11-05 DOC-RECEIPT:1 -150000 75000", "2026-11-10 DOC-RECEIPT:2 -100000 -25000"],
            november.Movements.Select(Told));

        // What credit pays moves nothing between customer and provider.
        var december = (await rig.Directory().GetStatementAsync(budi, day.AddMonths(1), day.AddMonths(1), Token)).Value;
        Assert.Equal((-25_000L, 175_000L), (december.Opening.Minor, december.Closing.Minor));
        Assert.Equal(["2026-12-01 DOC-INVOICE:2 200000 175000"], december.Movements.Select(Told));

        await using var context = rig.Database.Open();
        Assert.Equal(0, (await context.CreditOfAsync(budi, Token)).Minor);
        var owed = await context.OwedForAsync([LedgerRig.Invoice, OtherInvoice], Token);
        Assert.Equal((999_000L, 150_000L), (owed[LedgerRig.Invoice].Minor, owed[OtherInvoice].Minor));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_account_without_entries_has_an_empty_statement_and_a_period_must_be_one(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var account = await rig.AddAccountAsync();
        var empty = (await rig.Directory().GetStatementAsync(account, rig.Today, rig.Today, Token)).Value;
        Assert.Equal((0L, 0L, 0), (empty.Opening.Minor, empty.Closing.Minor, empty.Movements.Count));
        Assert.Equal("ledger.bad_period", (await rig.Directory().GetStatementAsync(account, rig.Today, rig.Today.AddDays(-1), Token)).Error?.Code);
        Assert.Equal("ledger.bad_period", (await rig.Directory().GetStatementAsync(account, rig.Today, rig.Today.AddDays(AccountStatement.MostDays), Token)).Error?.Code);
        Assert.Equal(CustomersErrors.AccountNotFound, (await rig.Directory().GetStatementAsync(Guid.Empty, rig.Today, rig.Today, Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Entries_are_narrowed_found_sorted_and_paged(string provider)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        rig.Settings = new LedgerSettings { Cash = "1-1101" };
        var (budi, ani) = (await rig.AddAccountAsync(), await rig.AddAccountAsync("Ani Wijaya"));
        var day = rig.Today;
        await rig.PostAsync(rig.Bill("invoice:1", budi, 200_000, day.AddDays(-2)), rig.Pay("receipt:1", budi, 150_000, day), rig.Bill("invoice:2", ani, 300_000, day.AddDays(-1), OtherInvoice));

        Assert.Equal(6, (await ListAsync(new())).TotalCount);
        Assert.Equal([300_000], await AmountsAsync(new(BillingAccountId: ani, Account: LedgerAccount.Receivable)));
        Assert.Equal([150_000, -150_000], await AmountsAsync(new(Kind: LedgerKind.ReceiptBooked)));
        Assert.Equal([200_000, -200_000], await AmountsAsync(new(To: day.AddDays(-2))));
        Assert.Equal([150_000, -150_000], await AmountsAsync(new(From: day)));
        Assert.Equal([300_000, -300_000], await AmountsAsync(new(InvoiceId: OtherInvoice)));
        Assert.Equal([200_000, -200_000], await AmountsAsync(new(), "doc-invoice:1"));
        Assert.Empty(await AmountsAsync(new(), "%"));
        Assert.Equal(2, (await ListAsync(new(TransactionId: (await rig.TransactionAsync("receipt:1")).Id))).TotalCount);

        var cash = (await ListAsync(new(Account: LedgerAccount.Cash))).Items.Single();
        Assert.Equal(("1-1101", "LACI-1", "Budi Santoso", 150_000L, 0L, "system:test"), (cash.Code, cash.SubAccount, cash.CustomerName, cash.Debit.Minor, cash.Credit.Minor, cash.ActorName));
        Assert.StartsWith("BA-", cash.BillingAccountNumber, StringComparison.Ordinal);

        var (all, second) = ((await ListAsync(new())).Items, (await ListAsync(new(), page: 2, size: 4)).Items);
        Assert.Equal(all.Skip(4).Select(row => row.Id), second.Select(row => row.Id));
        Assert.Equal(all.Select(row => row.Id).Reverse(), (await rig.Directory().ListAsync(new(), new PageRequest(1, 50, null, "posted", true), Token)).Value.Items.Select(row => row.Id));

        async Task<Page<LedgerEntryRow>> ListAsync(LedgerFilter filter, string? search = null, int page = 1, int size = 50) => (await rig.Directory().ListAsync(filter, new PageRequest(page, size, search, "posted"), Token)).Value;
        async Task<IEnumerable<long>> AmountsAsync(LedgerFilter filter, string? search = null) => (await ListAsync(filter, search)).Items.Select(row => row.Amount.Minor);
    }

    [Theory]
    [InlineData("Sqlite", 1)]
    [InlineData("Sqlite", 2)]
    [InlineData("Postgres", 3)]
    public async Task Whatever_is_posted_the_ledger_balances_and_every_statement_ends_with_the_sum_of_its_entries(string provider, int seed)
    {
        await using var rig = await LedgerRig.CreateAsync(provider);
        var random = new Random(seed);
        Guid[] accounts = [await rig.AddAccountAsync(), await rig.AddAccountAsync("Ani Wijaya"), await rig.AddAccountAsync("PT Maju")];
        var first = rig.Today.AddDays(-60);
        var expected = accounts.ToDictionary(account => account, _ => 0L);
        for (var i = 0; i < 120; i++)
        {
            var posting = AnyPosting(rig, random, accounts, i, first.AddDays(random.Next(60)));
            foreach (var line in posting.Lines.Where(line => line.Account is LedgerAccount.Receivable or LedgerAccount.CustomerCredit))
            {
                expected[line.BillingAccountId!.Value] += line.Amount.Minor;
            }

            await rig.PostAsync(posting);
        }

        for (var days = 0; days <= 60; days += 12)
        {
            var balance = (await rig.Directory().GetTrialBalanceAsync(first.AddDays(days), Token)).Value;
            Assert.Equal((0L, 0L), (balance.Difference.Minor, balance.Rows.Sum(row => row.Balance.Minor)));
        }

        foreach (var account in accounts)
        {
            var cut = first.AddDays(random.Next(1, 59));
            var (whole, before, after) = (await StatementAsync(account, first, rig.Today), await StatementAsync(account, first, cut), await StatementAsync(account, cut.AddDays(1), rig.Today));
            Assert.Equal(expected[account], whole.Closing.Minor);
            Assert.Equal(whole.Closing, whole.Movements.Aggregate(whole.Opening, (sum, movement) => sum + movement.Amount));
            Assert.Equal((before.Closing, whole.Closing), (after.Opening, after.Closing));
            Assert.Equal(whole.Movements, before.Movements.Concat(after.Movements));
        }

        async Task<AccountStatement> StatementAsync(Guid account, DateOnly from, DateOnly to) => (await rig.Directory().GetStatementAsync(account, from, to, Token)).Value;
    }

    [Fact]
    public async Task Who_may_not_read_is_told_nothing()
    {
        await using var rig = await LedgerRig.CreateAsync("Sqlite");
        var directory = rig.Directory("customers.read");
        Assert.Equal(ErrorKind.Forbidden, (await directory.ListAsync(new(), new(), Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await directory.GetStatementAsync(Guid.Empty, rig.Today, rig.Today, Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await directory.GetTrialBalanceAsync(rig.Today, Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await directory.GetTodayAsync(Token)).Error?.Kind);
    }

    private static LedgerPosting AnyPosting(LedgerRig rig, Random random, Guid[] accounts, int number, DateOnly on)
    {
        var (occasion, account, amount) = (rig.Occasion($"any:{number}", on), accounts[random.Next(accounts.Length)], Money.Idr(random.Next(1, 1_000_000)));
        return random.Next(8) switch
        {
            0 => LedgerPostings.InvoiceIssued(occasion, account, LedgerRig.Invoice, new BilledAmounts { Revenue = amount, Tax = amount.BasisPoints(1_100), Discounts = Money.Idr(random.Next(3)), Deposits = Money.Idr(random.Next(2) * 50_000), Deferred = Money.Idr(random.Next(2) * 9_000) }),
            1 => LedgerPostings.ReceiptBooked(occasion, [new(LedgerAccount.Cash, "LACI-1", amount)], [new(account, LedgerRig.Invoice, amount)]),
            2 => LedgerPostings.ReceiptBooked(occasion, [new(LedgerAccount.Bank, "BCA", amount + amount)], [new(accounts[0], null, amount), new(accounts[1], LedgerRig.Invoice, amount)]),
            3 => LedgerPostings.CreditApplied(occasion, account, new Dictionary<Guid, Money> { [LedgerRig.Invoice] = amount }),
            4 => LedgerPostings.CreditNoteIssued(occasion, account, LedgerRig.Invoice, new BilledAmounts { Revenue = amount + Money.Idr(5) }, amount),
            5 => LedgerPostings.WrittenOff(occasion, account, LedgerRig.Invoice, amount),
            6 => LedgerPostings.OpeningBalance(occasion, account, null, amount, Money.Idr(random.Next(3)), Money.Idr(random.Next(3))),
            _ => LedgerPostings.DeferredRecognised(occasion, account, LedgerRig.Invoice, amount),
        };
    }

    private static string Told(StatementMovement movement) => $"{movement.PostedOn:yyyy-MM-dd} {movement.Reference} {movement.Amount.Minor} {movement.Balance.Minor}";
}
