using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Benchmarks.Office;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Billing;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IspPortal.Benchmarks.Billing;

/// <summary>The list of a million invoices: its first page, sorts, filters and searches, on SQLite and on PostgreSQL.</summary>
internal static class InvoiceLists
{
    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var (invoices, customers, rounds) = (Number("--invoices", 1_000_000), Number("--customers", 100_000), Number("--rounds", 30));
        var only = options.GetValueOrDefault("--provider");
        if (only is null or "Sqlite")
        {
            await MeasureAsync("SQLite", [], invoices, customers, rounds, null);
        }

        if (only is null or "Postgres")
        {
            await using var postgres = await PrivatePostgres.StartAsync();
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL is not installed here.");
                return;
            }

            await MeasureAsync("PostgreSQL", [new("Storage:Provider", nameof(StorageProvider.Postgres)), new("Storage:ConnectionString", postgres.ConnectionString)], invoices, customers, rounds, postgres.Processor);
        }

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static async Task MeasureAsync(string provider, KeyValuePair<string, string?>[] storage, int invoices, int customers, int rounds, Func<TimeSpan>? server)
    {
        var directory = Directory.CreateTempSubdirectory("invoice-lists-").FullName;
        using var statements = new StatementCount();
        await using (var services = await BenchServices.BuildAsync(
            [new("Storage:DataDirectory", directory), .. storage],
            more => more.AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddBilling().AddMapping()
                .AddLogging(logging => logging.AddProvider(statements).AddFilter((category, level) => category == "Microsoft.EntityFrameworkCore.Database.Command" && level == LogLevel.Information))))
        {
            var source = services.GetRequiredService<PortalContextSource>();
            await new OfficeCrowd(source, services.GetRequiredService<BlindIndex>()).SeedAsync(customers);
            await AgeingBench.SeedAsync(source, invoices, open: 12);
            Guid account, customer;
            await using (var context = source.CreateForSystem("bench"))
            {
                await context.Database.ExecuteSqlRawAsync(provider == "SQLite" ? "ANALYZE" : "VACUUM ANALYZE");
                (account, customer) = await context.Set<BillingAccount>().OrderBy(a => a.Number).Select(a => new ValueTuple<Guid, Guid>(a.Id, a.CustomerId)).FirstAsync();
            }

            await using var scope = services.CreateAsyncScope();
            var list = scope.ServiceProvider.GetRequiredService<IInvoiceDirectory>();
            var figures = new OfficeFigures(statements, rounds, server);
            figures.Title($"{provider}: {invoices:#,0} invoices of {customers:#,0} customers");
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            foreach (var (name, limit, filter, search, sort, descending) in new (string, double, InvoiceFilter, string?, string?, bool)[]
            {
                ("newest first", 20, new(), null, null, false),
                ("oldest first", 20, new(), null, "issuedOn", false),
                ("by number", 20, new(), null, "number", false),
                ("by number, backwards", 20, new(), null, "number", true),
                ("by due day", 20, new(), null, "dueOn", true),
                ("open", 20, new() { Status = InvoiceStatus.Open }, null, null, false),
                ("overdue", 20, new() { OverdueOnly = true }, null, null, false),
                ("invoices, not pro formas", 20, new() { Kind = InvoiceKind.Invoice }, null, null, false),
                ("of one account", 20, new() { BillingAccountId = account }, null, null, false),
                ("of one customer", 20, new() { CustomerId = customer }, null, null, false),
                ("of a month", 20, new() { From = today.AddDays(-60), To = today.AddDays(-30) }, null, null, false),
                ("paid", 50, new() { Status = InvoiceStatus.Paid }, null, null, false),
                ("by amount", 50, new(), null, "payable", true),
                ("search a number", 50, new(), "INV-000012345", null, false),
                ("search the beginning of a name", 50, new(), "putri", null, false),
                ("search a part of a name", 50, new(), "rahay", null, false),
            })
            {
                await figures.TimeAsync(name, limit, () => list.ListAsync(filter, new PageRequest(1, 50, search, sort, descending), CancellationToken.None));
            }

            await figures.TimeAsync("page 100", 50, () => list.ListAsync(new(), new PageRequest(100, 50), CancellationToken.None));
            await figures.TimeAsync("totals of all", 1_000, () => list.TotalsAsync(new(), new PageRequest(), CancellationToken.None), null);
            figures.Summarize();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }
}
