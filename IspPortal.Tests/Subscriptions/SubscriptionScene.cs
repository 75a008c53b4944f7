using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Infrastructure.Subscriptions.Bulk;
using IspPortal.Infrastructure.Subscriptions.Delivery;
using IspPortal.Infrastructure.Subscriptions.Night;
using IspPortal.Infrastructure.Subscriptions.Offers;
using IspPortal.Infrastructure.Subscriptions.Quota;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Plans;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Subscriptions over a real database on a day that the test chooses, and where a rig is given over its emulated routers.</summary>
internal sealed class SubscriptionScene : IAsyncDisposable
{
    private readonly ProvisioningRig? _rig;

    private SubscriptionScene(PortalDatabase database, ManualClock clock, ProvisioningRig? rig)
    {
        _rig = rig;
        (Database, Clock) = (database, clock);
        Customers = new CustomersRig(database, clock);
        Plans = new PlanScene(database, clock, rig);
    }

    public PortalDatabase Database { get; }

    public ManualClock Clock { get; }

    public CustomersRig Customers { get; }

    public PlanScene Plans { get; }

    public SubscriptionSettings Settings { get; set; } = new();

    public DateOnly Today => DateOnly.FromDateTime(Clock.NowUtc.AddHours(7));

    public ProvisioningRig Rig => _rig ?? throw new InvalidOperationException("This scene has no routers.");

    public ISubscriptionDirectory Directory => DirectoryAs();

    public ISubscriptionSales Sales => SalesAs();

    public ISubscriptionLifecycle Lifecycle => LifecycleAs();

    public ISubscriptionMoves Moves => MovesAs();

    public ISubscriptionOffers Offers => OffersAs();

    public SubscriptionClockwork Clockwork => new(FactoryAs("system"), Writing(Database.Factory), NullLogger<SubscriptionClockwork>.Instance);

    public BulkRunner BulkRunner => new(Database.Factory, Writing(Database.Factory));

    public FollowMovedLines MovedLines => new(FactoryAs("system"), Writing(Database.Factory));

    public FollowNames FollowingNames => new(FactoryAs("system"), Writing(Database.Factory));

    public FollowServicePlan FollowingPlans => new(FactoryAs("system"), Writing(Database.Factory));

    /// <summary>Begins and ends campaigns as it is where subscriptions exist.</summary>
    public SpeedCampaignRunner Campaigns => new(
        FactoryAs("system"), new SubscriptionPlanUsage(Database.Factory, Plans.Usage), new RouterProfiles(Database.Source, Rig.Reader, Clock), Rig.Drafts, Rig.Plans, Clock);

    public NightSpeedRunner Nights => new(FactoryAs("system"), new NightWriter(FactoryAs("system"), Clock), new PlanCalendar(new SettingsOf<CompanySettings>(() => new()), Clock));

    public UsageBook Usage { get; } = new();

    public MessageBook Messages { get; } = new();

    public QuotaRunner Quotas => new(
        FactoryAs("system"), Writing(FactoryAs("system")), Usage, new QuotaNotices(Messages), new QuotaClosing(FactoryAs("system"), Usage, Clock), NullLogger<QuotaRunner>.Instance);

    public IQuotaDirectory QuotaDirectory => new QuotaDirectory(Database.Factory, As([]), new Day(Clock), Usage);

    public LineDeliverer Deliverer => new(Database.Factory, Rig.Plans, new SettingsOf<ProvisioningSettings>(() => Rig.Settings), Clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Without routers that answer; one row stands for a router.</summary>
    public static async Task<SubscriptionScene> CreateAsync(string provider = "Sqlite", ManualClock? clock = null, Func<StorageOptions, SecretProtector>? secrets = null)
    {
        clock ??= new ManualClock();
        var scene = new SubscriptionScene(await PortalDatabase.CreateAsync(provider, clock, secrets: secrets), clock, null);
        await using var context = scene.Database.Open();
        for (var i = 0; i < 2; i++)
        {
            context.Add(new Router
            {
                Id = ProvisioningRig.RouterId(i),
                Name = $"RTR-{i + 1}",
                NameKey = Router.KeyOf($"RTR-{i + 1}"),
                Host = "10.0.0.1",
                Port = 8728 + i,
                AddressKey = Router.KeyOf("10.0.0.1", 8728 + i),
                Username = "portal",
                Password = "x",
                Enabled = true,
                CapacityMegabits = i == 0 ? 1_000 : 50,
                CreatedAtUtc = DateTime.UnixEpoch,
            });
        }

        await context.SaveChangesAsync(Token);
        return scene;
    }

    /// <summary>Over emulated routers.</summary>
    public static async Task<SubscriptionScene> StartAsync(IReadOnlyList<string> versions, string provider = "Sqlite", int sessions = 4)
    {
        var clock = new ManualClock();
        var database = await PortalDatabase.CreateAsync(provider, clock);
        return new SubscriptionScene(database, clock, await ProvisioningRig.StartAsync(versions, sessions, database: database, planning: clock));
    }

    public BulkRunner BulkRunnerOver(IDbContextFactory<PortalDbContext> factory) => new(factory, Writing(factory));

    public ISubscriptionDirectory DirectoryAs(params string[] permissions) => new SubscriptionDirectory(Database.Factory, As(permissions), new Day(Clock));

    public ISubscriptionSales SalesAs(params string[] permissions) => new SubscriptionSales(FactoryAs(permissions), As(permissions), Writing(FactoryAs(permissions)));

    public ISubscriptionLifecycle LifecycleAs(params string[] permissions) => new SubscriptionLifecycle(As(permissions), Writing(FactoryAs(permissions)));

    public ISubscriptionMoves MovesAs(params string[] permissions) => new SubscriptionMoves(As(permissions), Writing(FactoryAs(permissions)));

    public ISubscriptionOffers OffersAs(params string[] permissions) => new SubscriptionOffers(As(permissions), Writing(FactoryAs(permissions)));

    public IQuotaTopUps TopUpsAs(params string[] permissions) => new QuotaTopUps(As(permissions), Writing(FactoryAs(permissions)), Usage);

    /// <summary>The editor of plans as it is where subscriptions exist.</summary>
    public PlanEditor EditorOfPlans()
    {
        var calendar = new PlanCalendar(new SettingsOf<CompanySettings>(() => new()), Clock);
        return new PlanEditor(FactoryAs([]), As([]), new SubscriptionPlanUsage(Database.Factory, Plans.Usage), calendar, Clock);
    }

    public IBulkChanges BulkAs(params string[] permissions) => new BulkChanges(FactoryAs(permissions), As(permissions), new Day(Clock), Clock);

    /// <summary>A customer and its default billing account.</summary>
    public async Task<(Guid CustomerId, Guid AccountId)> CustomerAsync(string name = "Budi Santoso", string phone = "081234567890")
    {
        var id = await Customers.AddAsync(new SaveCustomerRequest(name, CustomerKind.Residential) { Phone = phone, City = "Kota Bekasi" });
        return (id, (await Customers.GetAsync(id)).Accounts.Single().Id);
    }

    /// <summary>A plan for homes; gives its id and the price in force.</summary>
    public async Task<(Guid PlanId, Guid PriceId)> PlanAsync(
        string slug = "HOME-20", long rupiah = 200_000, int megabits = 20, PlanPayment payment = PlanPayment.Prepaid, AccessService service = AccessService.Pppoe, int contractMonths = 0)
    {
        var id = await Plans.AddAsync(new SavePlanRequest(slug, slug, service, new PlanSpeed(megabits * 1_000_000L, megabits * 500_000L))
        {
            Terms = new PlanTerms(Money.Idr(rupiah)) { InstallationFee = Money.Idr(250_000) },
            Payment = payment,
            Profile = service == AccessService.Static ? null : slug,
            Audience = PlanAudience.Residential,
            ContractMonths = contractMonths,
        });
        return (id, (await Plans.Catalog.PriceOnAsync(id, Today, Token)).Value.Id);
    }

    public SellSubscriptionRequest Wish(Guid accountId, (Guid PlanId, Guid PriceId) plan, int router = 0) => new(accountId, plan.PlanId, plan.PriceId, ProvisioningRig.RouterId(router), Today);

    public async Task<SoldSubscription> SellAsync(SellSubscriptionRequest request)
    {
        var sold = await Sales.SellAsync(Ids.New(Clock), request, Token);
        Assert.True(sold.Succeeded, CustomersRig.Told(sold.Error));
        return sold.Value;
    }

    public async Task<SubscriptionDetails> GetAsync(Guid id) => (await Directory.GetAsync(id, Token)).Value;

    /// <summary>Does something to the version that is there now.</summary>
    public async Task DoAsync(Guid id, Func<long, Task<Result>> act)
    {
        var done = await act((await GetAsync(id)).Row.Version);
        Assert.True(done.Succeeded, CustomersRig.Told(done.Error));
    }

    public async Task<string?> TryAsync(Guid id, Func<long, Task<Result>> act) => (await act((await GetAsync(id)).Row.Version)).Error?.Code;

    public async Task<CustomerStatus> StatusOfAsync(Guid customerId) => (await Customers.GetAsync(customerId)).Row.Status;

    /// <summary>Until the routers were told everything; gives what became of this one.</summary>
    public Task<LineDeliveryRow> SettleAsync(Guid id, LineDeliveryState state = LineDeliveryState.Settled) => ProvisioningRig.WaitForAsync(
        async () =>
        {
            await Deliverer.RunAsync(Token);
            return (await GetAsync(id)).Delivery!;
        },
        delivery => delivery.State == state);

    /// <summary>The next so many days, each with what the calendar brings.</summary>
    public async Task PassDaysAsync(int days)
    {
        for (var i = 0; i < days; i++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            await Clockwork.RunDueAsync(Token);
        }
    }

    /// <summary>Straight to a day; the calendar is looked at on it.</summary>
    public async Task<(int Done, int Failed, int Renewed, int Expired)> GoToAsync(DateOnly day)
    {
        Clock.NowUtc = day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);
        return await Clockwork.RunDueAsync(Token);
    }

    public ValueTask DisposeAsync() => _rig is null ? Database.DisposeAsync() : _rig.DisposeAsync();

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);

    private IDbContextFactory<PortalDbContext> FactoryAs(params string[] permissions) => Database.FactoryAs(As(permissions).Actor);

    public SubscriptionWriting Writing(IDbContextFactory<PortalDbContext> factory) => new(factory, new Day(Clock), new SettingsOf<SubscriptionSettings>(() => Settings), Clock);

    internal sealed class Day(TimeProvider clock) : IBusinessClock
    {
        public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7)));
    }
}
