using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Tests.Billing.Books;
using IspPortal.Tests.Billing.Dunning;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Statements;

/// <summary>The portal day by day over a real database: what people do is said with its day, what the portal does by itself happens in between, and at the end the books are read as one dated text.</summary>
internal sealed class StatementScene : IAsyncDisposable
{
    private readonly Dictionary<Guid, string> _accounts = [];
    private int _phones;

    private StatementScene(DunningScene late) => Late = late;

    /// <summary>A line with who pays for it.</summary>
    internal sealed record Sold(Guid Customer, Guid Account, Guid Line);

    public DunningScene Late { get; }

    public BillingScene Bills => Late.Bills;

    public SubscriptionScene Lines => Bills.Lines;

    /// <summary>The days on which a run bills.</summary>
    public Func<DateOnly, bool> BillsOn { get; set; } = day => day.Day == 1;

    /// <summary>Whether an isolir run is let go on every day that has one.</summary>
    public bool Isolates { get; set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<StatementScene> CreateAsync(string provider, string beginsOn)
    {
        var clock = new ManualClock(new DateTimeOffset(Day(beginsOn).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero));
        return new(await DunningScene.CreateAsync(provider, clock)) { Late = { Settings = new() { RunSharePercent = 100, RunUsualPercent = 1_000 } } };
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The days up to that one pass; it is that day now.</summary>
    public async Task<StatementScene> On(string day)
    {
        while (Lines.Today < Day(day))
        {
            await Lines.GoToAsync(Lines.Today.AddDays(1));
            await WorkAsync();
        }

        Assert.Equal(Day(day), Lines.Today);
        return this;
    }

    public async Task<(Guid PlanId, Guid PriceId)> PlanAsync(string name, PlanTerms terms, PlanPayment payment = PlanPayment.Postpaid, int contractMonths = 0)
    {
        var id = await Lines.Plans.AddAsync(new SavePlanRequest(name, name.ToUpperInvariant().Replace(' ', '-'), AccessService.Pppoe, new PlanSpeed(20_000_000, 10_000_000))
        {
            Terms = terms,
            Payment = payment,
            Profile = name.ToUpperInvariant().Replace(' ', '-'),
            ContractMonths = contractMonths,
        });
        return (id, (await Lines.Plans.Catalog.PriceOnAsync(id, Lines.Today, Token)).Value.Id);
    }

    /// <summary>A new customer buys a line, which works at once.</summary>
    public async Task<Sold> SellAsync(string name, (Guid PlanId, Guid PriceId) plan, Guid? promotion = null)
    {
        var (customer, account) = await Lines.CustomerAsync(name, $"0812{++_phones:00000000}");
        _accounts[account] = name;
        return await SellAsync(customer, account, name, plan, promotion);
    }

    /// <summary>A line more on an account.</summary>
    public async Task<Sold> SellAsync(Guid customer, Guid account, string username, (Guid PlanId, Guid PriceId) plan, Guid? promotion = null)
    {
        Tick();
        var wish = Lines.Wish(account, plan) with { Username = username.ToLowerInvariant().Replace(' ', '.'), ActivateNow = true, Promotion = promotion is { } id ? new(id) : null };
        return new(customer, account, (await Lines.SellAsync(wish)).Id);
    }

    /// <summary>A second billing account of a customer.</summary>
    public async Task<Guid> AccountAsync(Guid customer, string name)
    {
        Tick();
        var added = await Lines.Customers.Accounts().AddAsync(customer, new SaveBillingAccountRequest(name, null, PaymentWay.Cash, null, false), Token);
        Assert.Null(added.Error);
        _accounts[added.Value] = name;
        return added.Value;
    }

    public async Task<Guid> PromotionAsync(SavePromotionRequest promotion)
    {
        var added = await Lines.Plans.Promotions.AddAsync(promotion, Token);
        Assert.Null(added.Error);
        return added.Value;
    }

    public Task ChangeAsync(Sold sold, (Guid PlanId, Guid PriceId) plan) =>
        DoAsync(sold, version => Lines.Moves.ChangePlanAsync(sold.Line, version, new ChangePlanRequest(plan.PlanId, plan.PriceId, ChangeMoment.Now), Token));

    public Task PauseAsync(Sold sold, string from, string to) => DoAsync(sold, version => Lines.Lifecycle.PauseAsync(sold.Line, version, Day(from), Day(to), "Mudik", Token));

    public Task EndAsync(Sold sold) => DoAsync(sold, version => Lines.Lifecycle.TerminateAsync(sold.Line, version, null, "Pindah", Token));

    /// <summary>Bills everything that is due, whatever day it is.</summary>
    public async Task BillAsync()
    {
        Tick();
        var run = await Bills.PrepareAsync(Lines.Today);
        if (run.Accounts == 0)
        {
            Assert.Null((await Bills.Runs().DiscardAsync(run.Id, Token)).Error);
            return;
        }

        Assert.Equal(BillingRunState.Waiting, run.State);
        Assert.Null((await Bills.Runs().ApproveAsync(run.Id, run.Version, "Sudah diperiksa", Token)).Error);
        await Bills.Runner().RunAsync(Token);
        var done = (await Bills.Runs().GetAsync(run.Id, Token)).Value;
        Assert.Equal((run.Accounts, BillingRunState.Done), (done.Billed, done.State));
        await FollowAsync();
    }

    /// <summary>Cash at the counter.</summary>
    public Task<ReceiptDetails> PayAsync(Guid account, long rupiah) => PayAsync((account, rupiah));

    /// <summary>Cash for several accounts with one receipt.</summary>
    public async Task<ReceiptDetails> PayAsync(params (Guid Account, long Rupiah)[] payers)
    {
        Tick();
        var booked = await Bills.Receipts().BookAsync(
            new BookReceiptRequest($"{Ids.New(Lines.Clock)}", Lines.Clock.NowUtc, [new(PaymentMethod.Cash, "Loket 1", Money.Idr(payers.Sum(p => p.Rupiah)))], [.. payers.Select(p => new ReceiptPayer(p.Account, Money.Idr(p.Rupiah)))]),
            Token);
        Assert.Null(booked.Error);
        await FollowAsync();
        return booked.Value;
    }

    /// <summary>What an account owes and would have to pay now, a renewal included.</summary>
    public async Task<long> DueAsync(Guid account) => (await Bills.Receipts().PayablesAsync(account, Token)).Value.Due.Minor;

    /// <summary>A credit note on the newest invoice of an account; without lines all of it.</summary>
    public async Task CreditAsync(Guid account, string reason, params (int Line, long Rupiah)[] lines)
    {
        Tick();
        var bill = (await Bills.BillsOfAsync(account)).Last(b => b.Row.Kind == InvoiceKind.Invoice);
        var request = new CreditInvoiceRequest($"{Ids.New(Lines.Clock)}", bill.Row.Id, bill.Version, reason, lines.Length == 0 ? null : lines.ToDictionary(l => l.Line, l => Money.Idr(l.Rupiah)));
        var done = await Bills.Corrections().CreditAsync(request, Token);
        Assert.True(done.Succeeded, done.Error?.Code);
        await FollowAsync();
    }

    /// <summary>The slip of what was withheld of the newest invoice.</summary>
    public async Task SlipAsync(Guid account, string number)
    {
        Tick();
        var bill = (await Bills.BillsOfAsync(account)).Last(b => b.Row.Kind == InvoiceKind.Invoice);
        Assert.Null((await Bills.Taxes().RecordSlipAsync(bill.Row.Id, new RecordSlipRequest(number, Lines.Today, bill.Withheld.Minor), Token)).Error);
    }

    public async Task TermsAsync(Guid account, SaveBillingTermsRequest terms)
    {
        var version = (await Bills.Terms().GetAsync(account, Token)).Value.Version;
        Assert.Null((await Bills.Terms().SaveAsync(account, version, terms, Token)).Error);
    }

    /// <summary>Everything that was written down since the beginning, and how it closes: exactly this, and nothing else.</summary>
    public async Task Expect(string statement)
    {
        await using var context = Late.Database.Open();
        var text = await StatementText.WriteAsync(context, _accounts, Lines.Today, Token);
        var wanted = statement.ReplaceLineEndings("\n").Trim();
        if (wanted != text)
        {
            Assert.Fail($"The books say otherwise:\n\n{text}\n\nfirst difference: {Difference(wanted, text)}");
        }
    }

    /// <summary>The account of that name.</summary>
    public Guid Account(string name) => _accounts.Single(account => account.Value == name).Key;

    /// <summary>The books as they are.</summary>
    public async Task<string> TextAsync()
    {
        await using var context = Late.Database.Open();
        return await StatementText.WriteAsync(context, _accounts, Lines.Today, Token);
    }

    /// <summary>Credits some of a line of some invoice; gives what came of it.</summary>
    public async Task<string?> TryCreditAsync(Guid account, Random random)
    {
        Tick();
        var bills = (await Bills.BillsOfAsync(account)).Where(b => b.Row.Kind == InvoiceKind.Invoice).ToList();
        var bill = bills[random.Next(bills.Count)];
        var lines = random.Next(3) == 0 ? null : new Dictionary<int, Money> { [random.Next(1, bill.Lines.Count + 1)] = Money.Idr(random.Next(1, 100_000)) };
        var done = await Bills.Corrections().CreditAsync(new CreditInvoiceRequest($"{Ids.New(Lines.Clock)}", bill.Row.Id, bill.Version, "Uji", lines), Token);
        await FollowAsync();
        return $"{bill.Row.Number} {done.Error?.Code}";
    }

    /// <summary>Takes back some receipt; gives what came of it.</summary>
    public async Task<string?> TryVoidAsync(Random random)
    {
        Tick();
        await using var context = Late.Database.Open();
        var receipts = await context.Set<Receipt>().AsNoTracking().Where(r => r.State == ReceiptState.Booked).OrderBy(r => r.Number).ToListAsync(Token);
        if (receipts.Count == 0)
        {
            return null;
        }

        var receipt = receipts[random.Next(receipts.Count)];
        var done = await Bills.Receipts().VoidAsync(receipt.Id, receipt.Version, "Salah", Token);
        await FollowAsync();
        return $"{receipt.Number} {done.Error?.Code}";
    }

    public ValueTask DisposeAsync() => Late.DisposeAsync();

    // What the portal does by itself on a day, in the order of its jobs.
    private async Task WorkAsync()
    {
        await FollowAsync();
        await new OfferLapses(Late.Database.Source, Bills.Settling, Bills.Offers, Bills.Observe, new SubscriptionScene.Day(Lines.Clock), Lines.Clock).RunAsync(Token);
        await FollowAsync();
        if (BillsOn(Lines.Today))
        {
            await BillAsync();
        }

        Tick();
        await Bills.Recognition().RunAsync(Token);
        Tick();
        await Late.Walk().RunAsync(Token);
        if (Isolates)
        {
            await Late.Schedule().PrepareAsync(Token);
            await Late.Runner().RunAsync(Token);
        }

        Tick();
        await Late.Reconnections().RunAsync(Token);
    }

    private void Tick() => Lines.Clock.Advance(TimeSpan.FromMinutes(1));

    private async Task DoAsync(Sold sold, Func<long, Task<Core.Common.Results.Result>> act)
    {
        Tick();
        await Lines.DoAsync(sold.Line, act);
    }

    // What the outbox delivers, in its order.
    private async Task FollowAsync()
    {
        var follow = new FollowPaidLines(Lines.Writing(Late.Database.Factory));
        await using var context = Late.Database.Open();
        foreach (var stored in await context.Set<OutboxEvent>().AsNoTracking().Where(e => e.Name.StartsWith("billing.line_")).OrderBy(e => e.Id).ToListAsync(Token))
        {
            if (stored.Name == LinePaidAhead.EventName)
            {
                await follow.HandleAsync(JsonSerializer.Deserialize<LinePaidAhead>(stored.Payload, EventCatalog.Json)!, Token);
            }
            else
            {
                await follow.HandleAsync(JsonSerializer.Deserialize<LineUnpaid>(stored.Payload, EventCatalog.Json)!, Token);
            }
        }

        await context.Set<OutboxEvent>().ExecuteDeleteAsync(Token);
    }

    private static string Difference(string wanted, string text)
    {
        var (left, right) = (wanted.Split('\n'), text.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"line {at + 1}: wanted '{left.ElementAtOrDefault(at)}', is '{right.ElementAtOrDefault(at)}'";
    }
}
