using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Dunning;

public sealed class ComingBackFromIsolirTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Whoever_pays_comes_back_with_the_next_look_and_pays_the_fee_once(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100, ReconnectFee = 25_000 };
        var (account, line) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        await scene.IsolateAsync();
        Assert.Equal(0, await scene.Reconnections().RunAsync(Token));

        await scene.PayAsync(account, 498_499);
        Assert.Equal(0, await scene.Reconnections().RunAsync(Token));
        // What is left is within the tolerance.
        await scene.PayAsync(account, 1);
        Assert.Equal(1, await scene.Reconnections().RunAsync(Token));
        Assert.False(await scene.IsIsolatedAsync(line));
        Assert.Equal(0, await scene.Reconnections().RunAsync(Token));

        var note = Assert.Single(await scene.Bills.BillsOfAsync(account), bill => bill.Row.Kind == InvoiceKind.DebitNote);
        Assert.Equal(25_000, note.Row.Payable.Minor);
        Assert.StartsWith("DN-", note.Row.Number, StringComparison.Ordinal);
        var posted = (await scene.Bills.Ledger().ListAsync(new(BillingAccountId: account, Account: LedgerAccount.LateFees), new(), Token)).Value.Items;
        Assert.Equal(25_000, Assert.Single(posted).Credit.Minor);
        Assert.Contains(scene.Messages.Orders, order => order.Event == "dunning.restored");
        Assert.Equal(DunningStage.Clear, (await scene.StandsAsync(account)).Row.Stage);
    }

    [Fact]
    public async Task A_person_lets_lines_back_without_the_fee_and_says_why()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { RunSharePercent = 100, ReconnectFee = 25_000 };
        var (account, line) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        Assert.Equal("dunning.not_isolated", (await scene.Desk().RestoreAsync(account, false, "Coba", Token)).Error?.Code);
        await scene.IsolateAsync();
        Assert.Equal("common.invalid", (await scene.Desk().RestoreAsync(account, true, " ", Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.Desk(DunningPermissions.DunningRead).RestoreAsync(account, true, "Pak RT", Token)).Error?.Code);
        Assert.Null((await scene.Desk().RestoreAsync(account, true, "Salah catat", Token)).Error);
        Assert.False(await scene.IsIsolatedAsync(line));
        Assert.Single(await scene.Bills.BillsOfAsync(account));
        var entries = await scene.HistoryAsync(account);
        Assert.Contains(entries, e => e is { Kind: DunningEntryKind.Restored, Detail: "Salah catat" });
        Assert.Contains(entries, e => e is { Kind: DunningEntryKind.FeeWaived });
        // Still overdue: the next day's run takes it again.
        await scene.GoToAsync(scene.Lines.Today.AddDays(1));
        Assert.Equal(1, (await scene.IsolateAsync()).Isolated);
        Assert.True(await scene.IsIsolatedAsync(line));
    }

    [Fact]
    public async Task Undoing_a_run_leaves_what_another_one_isolated()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { RunSharePercent = 100, ReconnectFee = 25_000 };
        var (account, line) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        var first = await scene.IsolateAsync();
        Assert.Null((await scene.Desk().RestoreAsync(account, true, "Salah catat", Token)).Error);
        await scene.GoToAsync(scene.Lines.Today.AddDays(1));
        var second = await scene.IsolateAsync();
        Assert.Equal(1, second.Isolated);
        Assert.Null((await scene.Runs().UndoAsync(first.Id, "Kemarin salah", Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.True(await scene.IsIsolatedAsync(line));
        Assert.Null((await scene.Runs().UndoAsync(second.Id, "Hari ini juga", Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.False(await scene.IsIsolatedAsync(line));
        Assert.Single(await scene.Bills.BillsOfAsync(account));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Instalments_bring_lines_back_hold_isolir_while_they_are_kept_and_end_when_they_are_not(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100 };
        var (account, line) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        await scene.IsolateAsync();
        var (first, second) = (scene.Lines.Today.AddDays(5), scene.Lines.Today.AddDays(12));
        Assert.Null((await scene.Desk().PromiseAsync(Guid.CreateVersion7(), account, new([new(first, Money.Idr(111_000)), new(second, Money.Idr(111_000))], "Dua kali"), Token)).Error);
        Assert.Equal(1, await scene.Reconnections().RunAsync(Token));
        Assert.False(await scene.IsIsolatedAsync(line));

        await scene.GoToAsync(first);
        await scene.PayAsync(account, 111_000);
        await scene.GoToAsync(first.AddDays(1));
        await scene.Walk().RunAsync(Token);
        Assert.Equal(DunningStage.Promised, (await scene.StandsAsync(account)).Row.Stage);

        await scene.GoToAsync(second.AddDays(1));
        await scene.Walk().RunAsync(Token);
        Assert.Equal(DunningStage.IsolirDue, (await scene.StandsAsync(account)).Row.Stage);
        Assert.Equal(PromiseState.Broken, Assert.Single((await scene.Desk().PromisesAsync(account, null, new(), Token)).Value.Items).State);
        Assert.Contains(await scene.HistoryAsync(account), e => e.Kind == DunningEntryKind.PromiseBroken);
    }

    [Fact]
    public async Task A_promise_that_is_paid_is_kept_and_promises_are_counted()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { MostPromises = 1 };
        var (account, _) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(2));
        var promise = new MakePromiseRequest([new(scene.Lines.Today.AddDays(3), Money.Idr(499_500))], "Gajian");
        Assert.Equal("common.invalid", (await scene.Desk().PromiseAsync(Guid.CreateVersion7(), account, promise with { Parts = [new(scene.Lines.Today.AddDays(15), Money.Idr(1))] }, Token)).Error?.Code);
        Assert.Equal("common.invalid", (await scene.Desk().PromiseAsync(Guid.CreateVersion7(), account, promise with { Parts = [] }, Token)).Error?.Code);
        var id = Guid.CreateVersion7();
        Assert.Null((await scene.Desk().PromiseAsync(id, account, promise, Token)).Error);
        Assert.Null((await scene.Desk().PromiseAsync(id, account, promise, Token)).Error);
        Assert.Equal("dunning.promise_open", (await scene.Desk().PromiseAsync(Guid.CreateVersion7(), account, promise, Token)).Error?.Code);
        await scene.PayAsync(account, 499_500);
        await scene.Walk().RunAsync(Token);
        Assert.Equal(PromiseState.Kept, Assert.Single((await scene.Desk().PromisesAsync(null, PromiseState.Kept, new(), Token)).Value.Items).State);
        Assert.Equal("dunning.nothing_overdue", (await scene.Desk().PromiseAsync(Guid.CreateVersion7(), account, promise, Token)).Error?.Code);
        Assert.Equal("dunning.account_not_found", (await scene.Desk().PromiseAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), promise, Token)).Error?.Code);
        Assert.Equal("dunning.no_promise", (await scene.Desk().WithdrawPromiseAsync(account, "Batal", Token)).Error?.Code);
    }
}
