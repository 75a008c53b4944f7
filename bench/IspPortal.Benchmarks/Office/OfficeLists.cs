using System.Diagnostics;
using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IspPortal.Benchmarks.Office;

/// <summary>Lists, searches and pages of the office over many customers and subscriptions, in the portal's own services, on SQLite and on PostgreSQL.</summary>
internal static class OfficeLists
{
    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var customers = Number("--customers", 100_000);
        var rounds = Number("--rounds", 60);
        var only = options.GetValueOrDefault("--provider");
        if (only is null or "Sqlite")
        {
            await MeasureAsync("SQLite", [], customers, rounds, null);
        }

        if (only is null or "Postgres")
        {
            await using var postgres = await PrivatePostgres.StartAsync();
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL is not installed here.");
                return;
            }

            await MeasureAsync("PostgreSQL", [new("Storage:Provider", nameof(StorageProvider.Postgres)), new("Storage:ConnectionString", postgres.ConnectionString)], customers, rounds, postgres.Processor);
        }

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static async Task MeasureAsync(string provider, KeyValuePair<string, string?>[] storage, int customers, int rounds, Func<TimeSpan>? server)
    {
        var directory = Directory.CreateTempSubdirectory("office-lists-").FullName;
        using var statements = new StatementCount();
        await using (var services = await BenchServices.BuildAsync(
            [new("Storage:DataDirectory", directory), .. storage],
            more => more.AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddMapping()
                .AddLogging(logging => logging.AddProvider(statements).AddFilter((category, level) => category == "Microsoft.EntityFrameworkCore.Database.Command" && level == LogLevel.Information))))
        {
            var watch = Stopwatch.StartNew();
            var crowd = new OfficeCrowd(services.GetRequiredService<PortalContextSource>(), services.GetRequiredService<BlindIndex>());
            var some = await crowd.SeedAsync(customers);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{provider}: {customers:#,0} customers with {crowd.Subscriptions:#,0} subscriptions written in {watch.Elapsed.TotalSeconds:0} s; load {Machine.Load()}"));
            await using var scope = services.CreateAsyncScope();
            var figures = new OfficeFigures(statements, rounds, server);
            await CustomersAsync(scope.ServiceProvider, figures, some);
            await SubscriptionsAsync(scope.ServiceProvider, figures, some);
            await PagesAsync(scope.ServiceProvider, figures, some);
            figures.Summarize();
            await OfficeDelivery.MeasureAsync(scope.ServiceProvider, statements);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    private static async Task CustomersAsync(IServiceProvider services, OfficeFigures figures, IReadOnlyList<CrowdLine> some)
    {
        var directory = services.GetRequiredService<ICustomerDirectory>();
        figures.Title("customers");
        foreach (var (name, limit, filter, sort, descending) in new (string, double, CustomerFilter, string?, bool)[]
        {
            ("by name", 20, new(), null, false),
            ("by name, backwards", 20, new(), "name", true),
            ("by number", 20, new(), "number", false),
            ("by number, backwards", 20, new(), "number", true),
            ("oldest first", 20, new(), "registered", false),
            ("newest first", 20, new(), "registered", true),
            ("changed last first", 20, new(), "updated", true),
            ("by city", 20, new(), "city", false),
            ("by city, backwards", 20, new(), "city", true),
            ("active (85 of 100)", 20, new(CustomerStatus.Active), null, false),
            ("suspended (5 of 100)", 20, new(CustomerStatus.Suspended), null, false),
            ("residential (93 of 100)", 20, new(Kind: CustomerKind.Residential), null, false),
            ("business", 20, new(Kind: CustomerKind.Business), null, false),
            ("enterprise (none)", 20, new(Kind: CustomerKind.Enterprise), null, false),
            ("of a frequent city", 20, new(City: "Kabupaten Bekasi"), null, false),
            ("of a rare city", 20, new(City: "Kabupaten Purwakarta"), null, false),
            ("with a frequent tag (4 of 100)", 20, new(Tag: "vip"), null, false),
            ("with a rare tag (50)", 20, new(Tag: "sponsor"), null, false),
            ("removed", 20, new(Removed: true), null, false),
            ("active residential of one city", 50, new(CustomerStatus.Active, CustomerKind.Residential, "Kota Bekasi"), null, false),
            ("active, newest first", 50, new(CustomerStatus.Active), "registered", true),
            ("suspended, newest first", 50, new(CustomerStatus.Suspended), "registered", true),
            ("active with a frequent tag, by city", 50, new(CustomerStatus.Active, Tag: "vip"), "city", false),
        })
        {
            await figures.TimeAsync(name, limit, () => directory.ListAsync(filter, new PageRequest(1, 50, null, sort, descending), CancellationToken.None));
        }

        await figures.TimeAsync("by name, page 100", 50, () => directory.ListAsync(new(), new PageRequest(100, 50), CancellationToken.None));
        foreach (var (what, text) in Texts(some))
        {
            await figures.TimeAsync($"search {what}: {text}", 50, () => directory.ListAsync(new CustomerFilter(), new PageRequest(1, 50, text), CancellationToken.None));
        }

        await figures.TimeAsync("search a frequent name among the suspended: putri", 50, () => directory.ListAsync(new CustomerFilter(CustomerStatus.Suspended), new PageRequest(1, 50, "putri"), CancellationToken.None));
        await figures.TimeAsync("search a frequent name, newest first: putri", 50, () => directory.ListAsync(new CustomerFilter(), new PageRequest(1, 50, "putri", "registered", true), CancellationToken.None));
        var someone = some.First(line => line.Sample.Company is null);
        await figures.TimeAsync(
            "duplicates while typing", 50, () => directory.FindDuplicatesAsync(new(null, someone.Customer.Name, someone.Customer.Phone, "3216010203040005", someone.Customer.Street, someone.Customer.City), CancellationToken.None), null);
        await figures.TimeAsync("choices of the filters", 100, () => directory.ListChoicesAsync(CancellationToken.None), null);
    }

    private static async Task SubscriptionsAsync(IServiceProvider services, OfficeFigures figures, IReadOnlyList<CrowdLine> some)
    {
        var directory = services.GetRequiredService<ISubscriptionDirectory>();
        var line = some.First(line => line is { Status: SubscriptionStatus.Active, Plan.Slug: "HOME-20" });
        var (frequent, rare, router) = (line.Plan.Id, some.First(line => line.Plan.Slug == "BISNIS-100").Plan.Id, line.Subscription().RouterId);
        var landlord = some.GroupBy(line => line.Customer.Id).MaxBy(lines => lines.Count())!.ToList();
        figures.Title("subscriptions");
        foreach (var (name, limit, filter, sort, descending) in new (string, double, SubscriptionFilter, string?, bool)[]
        {
            ("newest number first", 20, new(), null, true),
            ("by number", 20, new(), "number", false),
            ("by user name", 20, new(), "username", false),
            ("by user name, backwards", 20, new(), "username", true),
            ("by first day", 20, new(), "starts", false),
            ("by first day, backwards", 20, new(), "starts", true),
            ("by last day", 20, new(), "ends", false),
            ("by last day, backwards", 20, new(), "ends", true),
            ("changed first first", 20, new(), "updated", false),
            ("changed last first", 20, new(), "updated", true),
            ("pending", 20, new(SubscriptionStatus.Pending), null, true),
            ("active (85 of 100)", 20, new(SubscriptionStatus.Active), null, true),
            ("suspended", 20, new(SubscriptionStatus.Suspended), null, true),
            ("expired", 20, new(SubscriptionStatus.Expired), null, true),
            ("terminated", 20, new(SubscriptionStatus.Terminated), null, true),
            ("on a frequent plan (34 of 100)", 20, new(PlanId: frequent), null, true),
            ("on a rare plan (3 of 100)", 20, new(PlanId: rare), null, true),
            ("of one router (1,200)", 20, new(RouterId: router), null, true),
            ("of a landlord", 20, new(CustomerId: landlord[0].Customer.Id), null, true),
            ("of a billing account", 20, new() { BillingAccountId = landlord[^1].Account.Id }, null, true),
            ("ending within 7 days", 20, new() { EndsWithinDays = 7 }, null, true),
            ("ending within 31 days", 20, new() { EndsWithinDays = 31 }, null, true),
            ("ending within 31 days, by last day", 50, new() { EndsWithinDays = 31 }, "ends", false),
            ("router not told yet", 20, new() { Unsettled = true }, null, true),
            ("trials", 20, new() { Trials = true }, null, true),
            ("active on a frequent plan", 20, new(SubscriptionStatus.Active, frequent), null, true),
            ("suspended on one router", 20, new(SubscriptionStatus.Suspended, RouterId: router), null, true),
            ("a frequent plan on one router", 50, new(PlanId: frequent, RouterId: router), null, true),
            ("active, by user name", 50, new(SubscriptionStatus.Active), "username", false),
            ("active, by last day", 50, new(SubscriptionStatus.Active), "ends", false),
            ("active, changed last first", 50, new(SubscriptionStatus.Active), "updated", true),
            ("suspended, changed last first", 50, new(SubscriptionStatus.Suspended), "updated", true),
            ("terminated, by user name", 50, new(SubscriptionStatus.Terminated), "username", false),
            ("on a rare plan, by first day", 50, new(PlanId: rare), "starts", true),
            ("of one router, by user name", 50, new(RouterId: router), "username", false),
            ("trials, by last day", 50, new() { Trials = true }, "ends", false),
        })
        {
            await figures.TimeAsync(name, limit, () => directory.ListAsync(filter, new PageRequest(1, 50, null, sort, descending), CancellationToken.None));
        }

        await figures.TimeAsync("newest number first, page 100", 50, () => directory.ListAsync(new(), new PageRequest(100, 50), CancellationToken.None));
        foreach (var (what, text) in Texts(some))
        {
            await figures.TimeAsync($"search {what}: {text}", 50, () => directory.ListAsync(new SubscriptionFilter(), new PageRequest(1, 50, text), CancellationToken.None));
        }

        await figures.TimeAsync("search a frequent name among the suspended: putri", 50, () => directory.ListAsync(new SubscriptionFilter(SubscriptionStatus.Suspended), new PageRequest(1, 50, "putri"), CancellationToken.None));
        await figures.TimeAsync("search a frequent name, by last day: putri", 50, () => directory.ListAsync(new SubscriptionFilter(), new PageRequest(1, 50, "putri", "ends"), CancellationToken.None));
    }

    private static async Task PagesAsync(IServiceProvider services, OfficeFigures figures, IReadOnlyList<CrowdLine> some)
    {
        var customers = services.GetRequiredService<ICustomerDirectory>();
        var subscriptions = services.GetRequiredService<ISubscriptionDirectory>();
        var devices = services.GetRequiredService<IDeviceDirectory>();
        var timeline = services.GetRequiredService<ITimeline>();
        var documents = services.GetRequiredService<ICustomerDocumentDirectory>();
        var accesses = services.GetRequiredService<IAccessDirectory>();
        var plans = services.GetRequiredService<IPlanCatalog>();
        var usage = services.GetRequiredService<IPlanUsage>();
        var landlord = some.GroupBy(line => line.Customer.Id).MaxBy(lines => lines.Count())!.ToList();
        var customer = landlord[0].Customer.Id;
        var line = landlord.First(line => line.Status == SubscriptionStatus.Active);
        var pending = some.First(line => line.Status == SubscriptionStatus.Pending);
        figures.Title("pages: everything that their services read first");
        await figures.TimeAsync("a customer", 100, async () =>
        {
            await customers.GetAsync(customer, CancellationToken.None);
            await subscriptions.ListAsync(new SubscriptionFilter(CustomerId: customer), new PageRequest(1, 10), CancellationToken.None);
            await devices.ListAsync(new DeviceFilter(CustomerId: customer), new PageRequest(1, 10), CancellationToken.None);
        }, null);
        await figures.TimeAsync("a customer's time axis", 100, () => timeline.ReadAsync(new TimelineQuery(TimelineSubject.OfCustomer(customer), 50), CancellationToken.None), null);
        await figures.TimeAsync("a customer's documents", 100, () => documents.ListAsync(new DocumentFilter(customer), new PageRequest(1, 50), CancellationToken.None));
        await figures.TimeAsync("a subscription", 100, () => subscriptions.GetAsync(line.Id, CancellationToken.None), null);
        await figures.TimeAsync("a subscription waiting for its technician", 100, async () =>
        {
            await subscriptions.GetAsync(pending.Id, CancellationToken.None);
            await accesses.GetAsync(pending.AccessId, CancellationToken.None);
        }, null);
        await figures.TimeAsync("a subscription's history", 20, () => subscriptions.ListHistoryAsync(line.Id, new PageRequest(), CancellationToken.None));
        await figures.TimeAsync("a plan", 100, async () =>
        {
            await plans.GetAsync(line.Plan.Id, CancellationToken.None);
            await usage.GetAsync(line.Plan.Id, CancellationToken.None);
        }, null);
        figures.Title("plans");
        await figures.TimeAsync("in their order", 20, () => plans.ListAsync(new PlanFilter(), new PageRequest(), CancellationToken.None));
        await figures.TimeAsync("by price", 50, () => plans.ListAsync(new PlanFilter(), new PageRequest(1, 50, null, "price", true), CancellationToken.None));
        await figures.TimeAsync("search: home", 50, () => plans.ListAsync(new PlanFilter(), new PageRequest(1, 50, "home"), CancellationToken.None));
        figures.Title("Ctrl+K");
        var search = services.GetRequiredService<IPortalSearch>();
        foreach (var (what, text) in Texts(some))
        {
            await figures.TimeAsync($"{what}: {text}", 50, () => search.FindAsync(text, 12, CancellationToken.None), null);
        }
    }

    /// <summary>What people type.</summary>
    private static IEnumerable<(string What, string Text)> Texts(IReadOnlyList<CrowdLine> some)
    {
        var someone = some.First(line => line is { Branch: 0, Sample.Company: null, CallerId.Length: > 0, Status: SubscriptionStatus.Active } && line.Username.EndsWith("@nld", StringComparison.Ordinal));
        var office = some.First(line => line is { Branch: 0, FixedAddress: not null, Sample.Kind: Infrastructure.Lab.Sessions.AccessKind.Pppoe });
        var customer = someone.Customer;
        yield return ("a whole name", customer.Name.ToLowerInvariant());
        yield return ("part of a name", customer.Name.Split(' ')[1][1..6]);
        yield return ("a frequent name", "Putri");
        yield return ("a frequent part of names", "ana");
        yield return ("two words", $"{customer.Name.Split(' ')[0]} {customer.Phone![^4..]}");
        yield return ("a phone", customer.Phone!.Replace("+62", "0", StringComparison.Ordinal));
        yield return ("part of a phone", customer.Phone[^6..]);
        yield return ("a frequent beginning of phones", "0812");
        yield return ("a customer's number", customer.Number);
        yield return ("part of a customer's number", customer.Number[^6..]);
        yield return ("a subscription's number", someone.Number);
        yield return ("part of numbers, of each line", "SUB-20");
        yield return ("a user name", someone.Username);
        yield return ("part of a user name", someone.Username[3..12]);
        yield return ("part of every user name", "@nld");
        yield return ("an address", office.FixedAddress!);
        yield return ("part of an address", office.FixedAddress![..^2]);
        yield return ("beginning of addresses", "103.1");
        yield return ("a MAC", someone.CallerId);
        yield return ("part of a MAC", someone.CallerId[9..].ToLowerInvariant());
        yield return ("a maker's MAC", someone.CallerId[..8]);
        yield return ("two letters", "bu");
        yield return ("two letters of nearly all", "08");
        yield return ("one letter", "b");
        yield return ("a name and two letters", $"{customer.Name.Split(' ')[0]} 12");
        yield return ("a word that stands nowhere", "qqxyz");
        yield return ("two letters that stand nowhere", "qx");
    }
}
