using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Dunning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Dunning;

public sealed class RemindingLatePayersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_customer_is_told_each_step_once_until_the_bill_is_paid(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        var (account, _) = await scene.SellAsync("Budi");
        var due = await scene.BillAsync();
        for (var day = due.AddDays(-5); day <= due.AddDays(2); day = day.AddDays(1))
        {
            await scene.GoToAsync(day);
            await scene.Walk().RunAsync(Token);
            await scene.Walk().RunAsync(Token);
        }

        await scene.PayAsync(account, 499_500);
        await scene.GoToAsync(due.AddDays(3));
        await scene.Walk().RunAsync(Token);
        Assert.Equal(["dunning.before-before-3", "dunning.before-before-1", "dunning.due-due", "dunning.after-after-1"], scene.Messages.Orders.Select(order => order.Kind));
        var first = scene.Messages.Orders[0];
        Assert.Equal(("Budi", "3"), (first.Values["customer"], first.Values["days"]));
        Assert.StartsWith("INV-", first.Values["number"], StringComparison.Ordinal);
        Assert.Contains("499", first.Values["amount"], StringComparison.Ordinal);
        Assert.Equal(DunningStage.Clear, (await scene.StandsAsync(account)).Row.Stage);
        Assert.Equal(["Clear", "Late"], (await scene.HistoryAsync(account)).Where(e => e.Kind == DunningEntryKind.Stage).Select(e => e.Detail));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Whoever_pays_is_off_the_board_before_all_are_looked_at_again(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        var (pays, _) = await scene.SellAsync("Budi");
        var (part, _) = await scene.SellAsync("Siti");
        await scene.SellAsync("Tono");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(2));
        await scene.Walk().RunAsync(Token);
        Assert.Equal(0, await scene.Walk().FollowAsync(Token));

        await scene.PayAsync(pays, 499_500);
        await scene.PayAsync(part, 99_500);
        var told = scene.Messages.Orders.Count;
        Assert.Equal(2, await scene.Walk().FollowAsync(Token));
        Assert.Equal(DunningStage.Clear, (await scene.StandsAsync(pays)).Row.Stage);
        Assert.Equal((DunningStage.Late, 400_000), ((await scene.StandsAsync(part)).Row.Stage, (await scene.StandsAsync(part)).Row.Overdue.Minor));
        Assert.Equal(told, scene.Messages.Orders.Count);
        Assert.Equal(0, await scene.Walk().FollowAsync(Token));
    }

    [Fact]
    public async Task What_still_waits_to_go_out_is_taken_back_when_the_bill_is_paid()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        var (account, _) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(1));
        await scene.Walk().RunAsync(Token);
        var notices = new DunningNotices(scene.Messages, scene.Lines.Clock);
        await using var context = scene.Database.Open();
        Assert.Equal(0, await notices.WithdrawAsync(context, Token));
        await scene.PayAsync(account, 499_500);
        Assert.Equal(1, await notices.WithdrawAsync(context, Token));
        Assert.Equal(0, await notices.WithdrawAsync(context, Token));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Late_fees_are_billed_by_step_as_debit_notes_and_waived_with_a_reason(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { LateFee = "steps", LateFeeSteps = "1:5:5000, 10:10:10000" };
        var (account, _) = await scene.SellAsync("Budi");
        var (siti, _) = await scene.SellAsync("Siti");
        var due = await scene.BillAsync();
        var bill = (await scene.Bills.BillsOfAsync(siti)).Single().Row.Id;
        await scene.GoToAsync(due.AddDays(1));
        Assert.Equal(2, (await scene.Desk().LateFeesAsync(new(), Token)).Value.Items.Count);
        Assert.Equal(24_975, (await scene.StandsAsync(siti)).Invoices.Single().Fee?.Minor);
        Assert.Null((await scene.Desk().WaiveLateFeeAsync(bill, "Pelanggan lama", Token)).Error);
        Assert.Equal("dunning.fee_gone", (await scene.Desk().WaiveLateFeeAsync(bill, "Pelanggan lama", Token)).Error?.Code);
        Assert.Equal(1, (await scene.Walk().RunAsync(Token)).Fees);
        Assert.Equal(0, (await scene.Walk().RunAsync(Token)).Fees);
        await scene.GoToAsync(due.AddDays(10));
        Assert.Equal(2, (await scene.Walk().RunAsync(Token)).Fees);
        Assert.Equal(0, (await scene.Walk().RunAsync(Token)).Fees);
        var invoice = (await scene.Bills.BillsOfAsync(account)).Single(b => b.Row.Kind == InvoiceKind.Invoice);
        var notes = (await scene.Bills.BillsOfAsync(account)).Where(b => b.Row.Kind == InvoiceKind.DebitNote).ToList();
        Assert.Equal([24_975L, 24_975L], notes.Select(note => note.Row.Payable.Minor));
        Assert.All(notes, note => Assert.Equal(invoice.Row.Id, note.BasedOn!.Value.Id));
        Assert.Equal([24_975L], (await scene.Bills.BillsOfAsync(siti)).Where(b => b.Row.Kind == InvoiceKind.DebitNote).Select(b => b.Row.Payable.Minor));
        Assert.True((await scene.Bills.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
    }

    [Fact]
    public async Task The_board_shows_who_is_late_by_stage_with_what_they_owe()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        var (budi, _) = await scene.SellAsync("Budi");
        await scene.SellAsync("Siti", 300_000);
        await scene.GoToAsync((await scene.BillAsync()).AddDays(4));
        await scene.Walk().RunAsync(Token);
        var total = Assert.Single((await scene.Desk().TotalsAsync(Token)).Value);
        Assert.Equal((DunningStage.Warned, 2, 1_110_000L), (total.Stage, total.Accounts, total.Overdue.Minor));
        var rows = (await scene.Desk().ListAsync(new(), new(1, 10, Sort: "overdue", Descending: true), Token)).Value.Items;
        Assert.Equal(["Siti", "Budi"], rows.Select(row => row.CustomerName));
        Assert.Equal(budi, Assert.Single((await scene.Desk().ListAsync(new(), new(1, 10, "bud"), Token)).Value.Items).BillingAccountId);
        Assert.Empty((await scene.Desk().ListAsync(new(DunningStage.Isolated), new(), Token)).Value.Items);
        Assert.Equal("identity.forbidden", (await scene.Desk("customers.read").ListAsync(new(), new(), Token)).Error?.Code);
        await using var context = scene.Database.Open();
        Assert.Equal(2, await context.Set<DunningAccount>().CountAsync(Token));
    }
}
