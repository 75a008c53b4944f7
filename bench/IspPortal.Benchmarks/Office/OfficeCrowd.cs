using System.Globalization;
using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Benchmarks.Office;

/// <summary>
/// As many customers as wanted, a thousand a router, and for each hundred of them 120 subscriptions: those who only asked have none, companies and landlords several; with what the years
/// left behind of each.
/// </summary>
internal sealed class OfficeCrowd(PortalContextSource source, BlindIndex blind)
{
    private const int OfARouter = 1000;
    private const int RoutersAtOnce = 10;
    private const int SecondAccounts = 500_000;

    private readonly HashSet<string> _macs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServicePlan> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, PlanPrice> _prices = [];
    private Guid _model;
    private int _serial;

    /// <summary>How many subscriptions were written.</summary>
    public int Subscriptions => _serial;

    /// <summary>Writes them and gives the lines of one router from the middle.</summary>
    public async Task<IReadOnlyList<CrowdLine>> SeedAsync(int customers)
    {
        var routers = Math.Max(1, customers / OfARouter);
        await SeedRoutersAndPlansAsync(routers);
        IReadOnlyList<CrowdLine> some = [];
        foreach (var batch in Enumerable.Range(0, routers).Chunk(RoutersAtOnce))
        {
            var lines = new List<CrowdLine>();
            var people = batch.SelectMany(router => MakeRouter(router, lines)).ToList();
            await WriteAsync(people, lines);
            some = some.Count == 0 && batch[^1] >= routers / 2 ? [.. lines.Where(line => line.Sample.RouterIndex == batch[^1])] : some;
        }

        // A server does it by itself; SQLite never does.
        await using var last = source.CreateForSystem("bench");
        if (last.Provider == StorageProvider.Postgres)
        {
            await last.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        }

        return some;
    }

    private List<Customer> MakeRouter(int router, List<CrowdLine> lines)
    {
        var site = SampleSite.All[router % SampleSite.All.Count];
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var people = new List<Customer>(OfARouter);
        foreach (var (place, sample) in SampleIsp.SubscribersOf(router, OfARouter).Index())
        {
            var index = (router * OfARouter) + place;
            var customer = CrowdCustomers.Make(sample, index, site, blind);
            people.Add(customer);
            for (var branch = 0; branch < LinesOf(index, customer); branch++)
            {
                // A landlord's third line is billed to the second house.
                var account = branch == 2 ? CrowdCustomers.AddAccount(customer, $"BA-{sample.InstalledOn:yyyyMM}-{SecondAccounts + index:000000}") : customer.Accounts[^1];
                var plan = _plans[sample.Plan.Code];
                var other = _plans[sample.Plan.IsBusiness ? "BISNIS-100" : "HOME-10"];
                lines.Add(new CrowdLine(_serial++, branch, sample, customer, account, plan, _prices[plan.Id], other, _prices[other.Id], today));
            }
        }

        return people;
    }

    /// <summary>Of each hundred customers five have no line and 24 others share 25 more than one each.</summary>
    private static int LinesOf(int index, Customer customer) => customer.Status == CustomerStatus.Prospect ? 0 : (index % 100) switch
    {
        9 => 7,
        13 or 17 or 21 or 25 or 29 => 1,
        var place => place % 4 == 1 ? 2 : 1,
    };

    private async Task SeedRoutersAndPlansAsync(int routers)
    {
        await using var context = source.CreateForSystem("bench");
        for (var index = 0; index < routers; index++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"RTR-{SampleSite.All[index % SampleSite.All.Count].Code}-{index + 1}");
            context.Add(new Router
            {
                Id = LabLines.RouterId(index),
                Name = name,
                NameKey = Router.KeyOf(name),
                Host = "127.0.0.1",
                Port = 20_000 + index,
                AddressKey = Router.KeyOf("127.0.0.1", 20_000 + index),
                Username = "portal",
                Password = "x",
                Enabled = true,
                CreatedAtUtc = DateTime.UnixEpoch,
            });
        }

        var model = new DeviceModel { Id = Guid.CreateVersion7(), Kind = DeviceKind.Ont, Maker = "ZTE", Name = "F609", SearchKey = "zte f609" };
        _model = model.Id;
        context.Add(model);
        await context.SaveChangesAsync();
        await new LabPlansStep(source, TimeProvider.System).StartAsync(CancellationToken.None);
        foreach (var plan in await context.Set<ServicePlan>().AsNoTracking().ToListAsync())
        {
            _plans[plan.Slug] = plan;
        }

        foreach (var price in await context.Set<PlanPrice>().AsNoTracking().OrderByDescending(price => price.ValidFromOn).ToListAsync())
        {
            _prices[price.PlanId] = price;
        }
    }

    private async Task WriteAsync(List<Customer> people, List<CrowdLine> lines)
    {
        await using var context = source.CreateForSystem("bench");
        await using var transaction = await context.Database.BeginTransactionAsync();
        await InsertAsync(people);
        await InsertAsync(people.SelectMany(c => c.Accounts));
        await InsertAsync(people.SelectMany(c => c.Contacts));
        await InsertAsync(people.SelectMany(c => c.Tags));
        await InsertAsync(people.Select(CustomerSearchKeys.EntryOf));
        await InsertAsync(people.SelectMany(CrowdCustomers.HistoryOf));
        await InsertAsync(people.SelectMany(CrowdCustomers.AuditOf));
        await InsertAsync(lines.Select(l => l.Access()));
        await InsertAsync(lines.Select(l => l.Wanted()));
        await InsertAsync(lines.Select(l => l.Placement()));
        await InsertAsync(lines.Select(l => l.Subscription()));
        await InsertAsync(lines.SelectMany(l => l.Terms()));
        await InsertAsync(lines.SelectMany(l => l.HoldRows()));
        await InsertAsync(lines.SelectMany(l => l.History()));
        await InsertAsync(lines.Select(l => l.Delivery()));
        await InsertAsync(lines.SelectMany(l => l.Changes()));
        await InsertAsync(lines.SelectMany(l => l.Pauses()));
        await InsertAsync(lines.Select(l => l.SearchEntry()));
        await InsertAsync(lines.Select(l => l.Audit()));
        await InsertAsync(lines.SelectMany(l => l.Devices(_model, _macs)));
        await transaction.CommitAsync();

        Task InsertAsync<T>(IEnumerable<T> rows)
            where T : class => context.InsertSampleRowsAsync(rows.ToList(), CancellationToken.None);
    }
}
