using System.Diagnostics;
using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Benchmarks.Office;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Search;
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

namespace IspPortal.Benchmarks.Billing;

/// <summary>Who owes what of a million invoices, on SQLite and on PostgreSQL: 12 of 100 are open, or as many as <c>--open</c> says.</summary>
internal static class AgeingBench
{
    private const int Rounds = 7;

    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var invoices = options.TryGetValue("--invoices", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 1_000_000;
        var open = options.TryGetValue("--open", out var share) ? int.Parse(share, CultureInfo.InvariantCulture) : 12;
        var customers = options.TryGetValue("--customers", out var people) ? int.Parse(people, CultureInfo.InvariantCulture) : 50_000;
        var only = options.GetValueOrDefault("--provider");
        if (only is null or "Sqlite")
        {
            await MeasureAsync("SQLite", [], invoices, open, customers);
        }

        if (only is null or "Postgres")
        {
            await using var postgres = await PrivatePostgres.StartAsync();
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL is not installed here.");
                return;
            }

            await MeasureAsync("PostgreSQL", [new("Storage:Provider", nameof(StorageProvider.Postgres)), new("Storage:ConnectionString", postgres.ConnectionString)], invoices, open, customers);
        }
    }

    private static async Task MeasureAsync(string provider, KeyValuePair<string, string?>[] storage, int invoices, int open, int customers)
    {
        var directory = Directory.CreateTempSubdirectory("ageing-").FullName;
        await using (var services = await BenchServices.BuildAsync([new("Storage:DataDirectory", directory), .. storage], more => more.AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddBilling().AddMapping()))
        {
            var source = services.GetRequiredService<PortalContextSource>();
            await new OfficeCrowd(source, services.GetRequiredService<BlindIndex>()).SeedAsync(customers);
            await SeedAsync(source, invoices, open);
            await using (var context = source.CreateForSystem("bench"))
            {
                await context.Database.ExecuteSqlRawAsync(provider == "SQLite" ? "ANALYZE" : "VACUUM ANALYZE");
            }

            await using var scope = services.CreateAsyncScope();
            var ageing = scope.ServiceProvider.GetRequiredService<IAgeing>();
            var took = new List<double>();
            AgeingTotals totals = null!;
            for (var i = 0; i < Rounds; i++)
            {
                var watch = Stopwatch.StartNew();
                var rows = (await ageing.ListAsync(new AgeingFilter(), new PageRequest(1, 50, null, "total", true), CancellationToken.None)).Value;
                totals = (await ageing.TotalsAsync(new AgeingFilter(), new PageRequest(), CancellationToken.None)).Value;
                took.Add(watch.Elapsed.TotalMilliseconds);
                if (rows.Items.Count == 0)
                {
                    throw new InvalidOperationException("Nobody owes anything.");
                }
            }

            took.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{provider}: {invoices:#,0} invoices, {totals.Bills:#,0} open of {totals.Accounts:#,0} accounts; page of 50 and totals: median {took[Rounds / 2]:0} ms, slowest {took[^1]:0} ms; load {Machine.Load()}"));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    /// <summary>Writes them: a bill a month for each account.</summary>
    public static async Task SeedAsync(PortalContextSource source, int invoices, int open)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var context = source.CreateForSystem("bench");
        var accounts = await context.Set<BillingAccount>().AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.CustomerId, Name = a.Customer!.CompanyName ?? a.Customer.Name }).ToListAsync();
        foreach (var some in Enumerable.Range(0, invoices).Chunk(20_000))
        {
            await context.InsertRowsAsync([.. some.Select(i => BillOf(i, open, today.AddDays(10 - (i / accounts.Count * 30)), accounts[i % accounts.Count].Id, accounts[i % accounts.Count].CustomerId, accounts[i % accounts.Count].Name))], CancellationToken.None);
        }
    }

    private static Invoice BillOf(int i, int open, DateOnly due, Guid account, Guid customer, string buyer)
    {
        var isOpen = i * 37L % 100 < open;
        return new Invoice
        {
            Id = Guid.CreateVersion7(),
            Kind = InvoiceKind.Invoice,
            Number = string.Create(CultureInfo.InvariantCulture, $"INV-{i:000000000}"),
            State = InvoiceState.Issued,
            BillingAccountId = account,
            CustomerId = customer,
            IssuedOn = due.AddDays(-10),
            DueOn = due,
            BuyerName = buyer,
            BaseMinor = 200_000,
            TaxMinor = 22_000,
            TotalMinor = 222_000,
            SettledMinor = isOpen ? 0 : 222_000,
            SettledAtUtc = isOpen ? null : DateTime.UnixEpoch,
            FakturCode = "04",
            CreatedBy = "bench",
            CreatedAtUtc = DateTime.UnixEpoch,
            SearchKey = SearchKey.Of(buyer),
            Version = 1,
        };
    }
}
