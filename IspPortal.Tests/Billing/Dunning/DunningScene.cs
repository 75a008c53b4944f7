using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Dunning;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Infrastructure.Subscriptions.Holds;
using IspPortal.Tests.Alerts;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Dunning;

/// <summary>Late payers over a real database: lines are sold, billed a month later, and nobody pays.</summary>
internal sealed class DunningScene : IAsyncDisposable
{
    private DunningScene(BillingScene bills) => Bills = bills;

    public BillingScene Bills { get; }

    public SubscriptionScene Lines => Bills.Lines;

    public PortalDatabase Database => Bills.Database;

    public DunningSettings Settings { get; set; } = new();

    public ProvisioningSettings Provisioning { get; set; } = new();

    public FixedCover Cover { get; } = new();

    public MessageBook Messages => Lines.Messages;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DunningClock Clock => new(new SettingsOf<CompanySettings>(() => new()), Lines.Clock);

    private SettingsOf<DunningSettings> Read => new(() => Settings);

    private DunningReading Reading => new([Cover]);

    private DunningNotices Notices => new(Messages, Lines.Clock);

    private SubscriptionWriting Writing => new(Database.Factory, new SubscriptionScene.Day(Lines.Clock), new SettingsOf<SubscriptionSettings>(() => new()), Lines.Clock);

    private LineEndings Endings => new(Writing);

    private BillHolds Holds => new(Writing, new SettingsOf<ProvisioningSettings>(() => Provisioning));

    private LateFees Fees => new(Database.Source, Bills.Facts, new BillMaker(Lines.Clock), new BillWriter(new LedgerBook(Lines.Clock), Lines.Clock), Reading, Read, Clock);

    public static async Task<DunningScene> CreateAsync(string provider, ManualClock? clock = null, Func<StorageOptions, SecretProtector>? secrets = null)
    {
        var scene = new DunningScene(await BillingScene.CreateAsync(provider, clock, secrets));
        await scene.ProveAsync(ProvisioningRig.RouterId(0));
        return scene;
    }

    /// <summary>The isolir kit of a router is green.</summary>
    public async Task ProveAsync(Guid routerId)
    {
        await using var context = Database.Open();
        await context.Set<Router>().Where(r => r.Id == routerId).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsolirProvenAtUtc, DateTime.UnixEpoch), Token);
    }

    public DunningWalk Walk() => new(Database.Source, Reading, Notices, Fees, Holds, Read, Clock);

    public Reconnections Reconnections() => new(Database.Source, Holds, Fees, Notices, Read, Clock);

    public IsolirSchedule Schedule() => new(Database.Source, Holds, Read, Clock);

    public IsolirRunner Runner() => new(Database.Source, new IsolirPreparation(Database.Source, Reading, Read, Lines.Clock), Reading, Notices, Holds, Endings, Read, Clock);

    public IIsolirRuns Runs(params string[] permissions) => new IsolirRuns(Database.FactoryAs(As(permissions).Actor), As(permissions), Schedule(), Holds, Read, Clock);

    public IDunningDesk Desk(params string[] permissions) => new DunningDesk(
        Database.FactoryAs(As(permissions).Actor), As(permissions), Reading, new DunningBoard(Database.Factory, Reading, Read, Clock), Reconnections(), Read, Clock);

    /// <summary>A line that pays after use, 200,000 a month; gives its billing account and itself.</summary>
    public async Task<(Guid Account, Guid Line)> SellAsync(string name, long rupiah = 200_000) => await Bills.SellAsync(name, await Bills.PlanAsync("RUMAH-" + name.ToUpperInvariant().Replace(' ', '-'), rupiah));

    /// <summary>A month later all are billed; gives the day on which the bills are due.</summary>
    public async Task<DateOnly> BillAsync()
    {
        await GoToAsync(Lines.Today.AddMonths(1));
        await Bills.BillAsync(Lines.Today);
        await using var context = Database.Open();
        return (await context.Set<Invoice>().Where(i => i.State == InvoiceState.Issued).MaxAsync(i => i.DueOn, Token))!.Value;
    }

    /// <summary>Nine in the morning of a day, when isolir may begin.</summary>
    public Task GoToAsync(DateOnly day) => Lines.GoToAsync(day);

    /// <summary>Prepares the run of today.</summary>
    public async Task<IsolirRunRow> PrepareAsync()
    {
        var id = Ids.New(Lines.Clock);
        Assert.Null((await Runs().PrepareAsync(id, Lines.Today, Token)).Error);
        await Runner().RunAsync(Token);
        return await RunAsync(id);
    }

    public async Task<IsolirRunRow> RunAsync(Guid id) => (await Runs().GetAsync(id, Token)).Value;

    /// <summary>Prepares, approves and runs.</summary>
    public async Task<IsolirRunRow> IsolateAsync()
    {
        var run = await PrepareAsync();
        Assert.Null((await Runs().ApproveAsync(run.Id, run.Version, "Sudah diperiksa", Token)).Error);
        await Runner().RunAsync(Token);
        return await RunAsync(run.Id);
    }

    public async Task<IReadOnlyDictionary<Guid, IsolirItemRow>> ItemsAsync(Guid runId) => (await Runs().ItemsAsync(runId, new IsolirItemFilter(), new(1, 200), Token)).Value.Items.ToDictionary(item => item.BillingAccountId);

    public async Task<bool> IsIsolatedAsync(Guid line) => (await Lines.GetAsync(line)).Row.Holds.HasFlag(AccessHolds.Dunning);

    public async Task<DunningDetails> StandsAsync(Guid account) => (await Desk().GetAsync(account, Token)).Value;

    /// <summary>Cash for the account's bills, the oldest first; gives nothing back.</summary>
    public async Task PayAsync(Guid account, long rupiah)
    {
        await using var context = Database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        var shares = new List<ReceiptShare>();
        foreach (var bill in (await context.Set<Invoice>().Where(i => i.BillingAccountId == account && i.State == InvoiceState.Issued && i.Kind != InvoiceKind.ProForma).OrderBy(i => i.DueOn).ThenBy(i => i.Id).ToListAsync(Token)).Where(i => i.OutstandingMinor > 0))
        {
            var part = Math.Min(rupiah, bill.OutstandingMinor);
            if (part > 0)
            {
                bill.SettledMinor += part;
                bill.SettledAtUtc = bill.OutstandingMinor == 0 ? Lines.Clock.NowUtc : null;
                shares.Add(new ReceiptShare(account, bill.Id, Money.Idr(part)));
                rupiah -= part;
            }
        }

        var occasion = new LedgerOccasion($"receipt:{Guid.CreateVersion7():N}", Lines.Today, Lines.Clock.NowUtc, "KW");
        var posting = LedgerPostings.ReceiptBooked(occasion, [new(LedgerAccount.Cash, "LACI-1", shares.Aggregate(Money.Zero, (sum, share) => sum + share.Amount))], shares);
        Assert.Null((await new LedgerBook(Lines.Clock).PostAsync(context, posting, Token)).Error);
        Assert.Null((await LedgerBook.SaveAsync(context, Token)).Error);
        await transaction.CommitAsync(Token);
    }

    public async Task<IReadOnlyList<DunningEntryRow>> HistoryAsync(Guid account) => (await Desk().HistoryAsync(account, new(1, 100), Token)).Value.Items;

    public ValueTask DisposeAsync() => Bills.DisposeAsync();

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);
}
