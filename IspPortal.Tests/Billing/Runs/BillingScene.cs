using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Corrections;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using IspPortal.Infrastructure.Subscriptions.Holds;
using IspPortal.Tests.Alerts;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Billing.Runs;

/// <summary>Billing over a real database with customers, plans and lines, on a day that the test chooses.</summary>
internal sealed class BillingScene : IAsyncDisposable
{
    private int _phones;

    private BillingScene(SubscriptionScene lines)
    {
        Lines = lines;
        Facts = new BillingFacts(new SettingsOf<BillingSettings>(() => Settings), new SettingsOf<CompanySettings>(() => new()), new SettingsOf<SubscriptionSettings>(() => Lines.Settings), [Cover]);
    }

    public SubscriptionScene Lines { get; }

    public BillingSettings Settings { get; set; } = new();

    /// <summary>Observe mode is in here.</summary>
    public ProvisioningSettings Provisioning { get; set; } = new();

    public ObserveSwitch Observe => new(new SettingsOf<ProvisioningSettings>(() => Provisioning));

    public BillingFacts Facts { get; }

    /// <summary>The outages that lines were behind.</summary>
    public FixedCover Cover { get; } = new();

    public PortalDatabase Database => Lines.Database;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BillingScene> CreateAsync(string provider, ManualClock? clock = null, Func<StorageOptions, SecretProtector>? secrets = null) =>
        new(await SubscriptionScene.CreateAsync(provider, clock, secrets));

    public IBillingRuns Runs(params string[] permissions) => new BillingRuns(Database.FactoryAs(As(permissions).Actor), As(permissions), Facts, Observe, new SubscriptionScene.Day(Lines.Clock), Lines.Clock);

    public IInvoiceDirectory Invoices(params string[] permissions) => new InvoiceDirectory(Database.Factory, As(permissions), new SubscriptionScene.Day(Lines.Clock));

    public ILedgerDirectory Ledger() => new LedgerDirectory(Database.Factory, As([]), new SettingsOf<LedgerSettings>(() => new()), new SubscriptionScene.Day(Lines.Clock));

    public ReceiptSettings Receiving { get; set; } = new();

    public PrepaidOffers Offers => new(Facts, new BillMaker(Lines.Clock), new BillWriter(new LedgerBook(Lines.Clock), Lines.Clock), new LedgerBook(Lines.Clock), Lines.Clock);

    public AccountSettling Settling => new(new LedgerBook(Lines.Clock), Offers, new SettingsOf<ReceiptSettings>(() => Receiving), Lines.Clock);

    public IReceiptBook Receipts(params string[] permissions) => new ReceiptBook(
        Database.FactoryAs(As(permissions).Actor), As(permissions), new LedgerBook(Lines.Clock), Settling, Offers, new ReceiptVoiding(new LedgerBook(Lines.Clock), Lines.Clock), new SettingsOf<ReceiptSettings>(() => Receiving),
        new SettingsOf<CompanySettings>(() => new()), new SubscriptionScene.Day(Lines.Clock), Lines.Clock);

    public IReceiptSlips Slips(params string[] permissions) => new ReceiptSlips(
        Database.FactoryAs(As(permissions).Actor), As(permissions), new SettingsOf<LetterheadSettings>(() => new()), new SettingsOf<CompanySettings>(() => new()), Lines.Clock);

    public IInvoiceCorrections Corrections(params string[] permissions) => new InvoiceCorrections(
        Database.FactoryAs(As(permissions).Actor), As(permissions), new CreditNoteWriter(new LedgerBook(Lines.Clock), Settling, Lines.Clock), Facts, new BillMaker(Lines.Clock),
        new BillWriter(new LedgerBook(Lines.Clock), Lines.Clock), new LedgerBook(Lines.Clock), new SubscriptionScene.Day(Lines.Clock), Lines.Clock);

    public BillingRunner Runner() => new(
        Database.Source, Facts, new BillMaker(Lines.Clock), new BillWriter(new LedgerBook(Lines.Clock), Lines.Clock), Settling, Observe, new SettingsOf<BillingSettings>(() => Settings), Lines.Clock, NullLogger<BillingRunner>.Instance);

    /// <summary>A home line that pays after use; gives its billing account and itself.</summary>
    public async Task<(Guid Account, Guid Line)> SellAsync(string name, (Guid PlanId, Guid PriceId) plan)
    {
        var (_, account) = await Lines.CustomerAsync(name, $"0812{++_phones:00000000}");
        var sold = await Lines.SellAsync(Lines.Wish(account, plan) with { Username = name.ToLowerInvariant().Replace(' ', '.'), ActivateNow = true });
        return (account, sold.Id);
    }

    public Task<(Guid PlanId, Guid PriceId)> PlanAsync(string slug, long rupiah, PlanPayment payment = PlanPayment.Postpaid) => Lines.PlanAsync(slug, rupiah, payment: payment);

    /// <summary>Has a run prepared, and waits for nobody: the work is done here.</summary>
    public async Task<BillingRunRow> PrepareAsync(DateOnly throughOn, bool observe = false)
    {
        var id = Ids.New(Lines.Clock);
        Assert.Null((await Runs().PrepareAsync(id, throughOn, observe, Token)).Error);
        await Runner().RunAsync(Token);
        return (await Runs().GetAsync(id, Token)).Value;
    }

    public async Task<BillingRunRow> BillAsync(DateOnly throughOn)
    {
        var run = await PrepareAsync(throughOn);
        Assert.Equal(BillingRunState.Waiting, run.State);
        Assert.Null((await Runs().ApproveAsync(run.Id, run.Version, "Sudah diperiksa", Token)).Error);
        await Runner().RunAsync(Token);
        return (await Runs().GetAsync(run.Id, Token)).Value;
    }

    public async Task<IReadOnlyList<InvoiceDetails>> BillsOfAsync(Guid account)
    {
        var rows = (await Invoices().ListAsync(new InvoiceFilter { BillingAccountId = account }, new(1, 100, Sort: "number"), Token)).Value.Items;
        var bills = new List<InvoiceDetails>();
        foreach (var row in rows)
        {
            bills.Add((await Invoices().GetAsync(row.Id, Token)).Value);
        }

        return bills;
    }

    /// <summary>Many lines at once, copied from one that was sold.</summary>
    public async Task CopyAsync(Guid line, int copies)
    {
        await using var context = Database.Open();
        var sold = await context.Set<Subscription>().AsNoTracking().SingleAsync(s => s.Id == line, Token);
        var term = await context.Set<SubscriptionTerm>().AsNoTracking().SingleAsync(t => t.SubscriptionId == line, Token);
        var access = await context.Set<AccessAccount>().AsNoTracking().SingleAsync(a => a.Id == sold.AccessId, Token);
        var account = await context.Set<BillingAccount>().AsNoTracking().SingleAsync(a => a.Id == sold.BillingAccountId, Token);
        await Copies.InsertAsync(context, copies, sold, term, access, account, Token);
    }

    public ValueTask DisposeAsync() => Lines.DisposeAsync();

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);
}
