using System.Diagnostics;
using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Benchmarks.Office;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Runs;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Billing;
using IspPortal.Infrastructure.Billing.Runs;
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

/// <summary>A whole billing run over many subscriptions, preview and bills, on SQLite and on PostgreSQL.</summary>
internal static class BillingRunBench
{
    private const double Mega = 1024 * 1024;

    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var customers = options.TryGetValue("--customers", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 84_000;
        var only = options.GetValueOrDefault("--provider");
        if (only is null or "Sqlite")
        {
            await MeasureAsync("SQLite", [], customers);
        }

        if (only is null or "Postgres")
        {
            await using var postgres = await PrivatePostgres.StartAsync();
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL is not installed here.");
                return;
            }

            await MeasureAsync("PostgreSQL", [new("Storage:Provider", nameof(StorageProvider.Postgres)), new("Storage:ConnectionString", postgres.ConnectionString)], customers);
        }
    }

    private static async Task MeasureAsync(string provider, KeyValuePair<string, string?>[] storage, int customers)
    {
        var directory = Directory.CreateTempSubdirectory("billing-run-").FullName;
        await using (var services = await BenchServices.BuildAsync(
            [new("Storage:DataDirectory", directory), .. storage],
            more => more.AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddBilling().AddMapping()))
        {
            var source = services.GetRequiredService<PortalContextSource>();
            var crowd = new OfficeCrowd(source, services.GetRequiredService<BlindIndex>());
            await crowd.SeedAsync(customers);
            GC.Collect();
            var runner = services.GetRequiredService<BillingRunner>();
            var through = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(31);
            var run = new BillingRun { Id = Guid.CreateVersion7(), Number = "RUN-000001-000001", ThroughOn = through, State = BillingRunState.Preparing, CreatedBy = "bench", CreatedAtUtc = DateTime.UnixEpoch };
            await using (var context = source.CreateForSystem("bench"))
            {
                context.Add(run);
                await context.SaveChangesAsync();
            }

            using var memory = new MemoryWatch();
            var watch = Stopwatch.StartNew();
            await runner.RunAsync(CancellationToken.None);
            var preview = watch.Elapsed;
            await using (var context = source.CreateForSystem("bench"))
            {
                await context.Set<BillingRun>().ExecuteUpdateAsync(set => set.SetProperty(r => r.State, BillingRunState.Running));
            }

            watch.Restart();
            await runner.RunAsync(CancellationToken.None);
            var bills = watch.Elapsed;
            await using var after = source.CreateForSystem("bench");
            var done = await after.Set<BillingRun>().AsNoTracking().SingleAsync();
            var invoices = await after.Set<Invoice>().CountAsync();
            var lines = await after.Set<InvoiceLine>().Where(l => l.SubscriptionId != null).Select(l => l.SubscriptionId).Distinct().CountAsync();
            var balance = await after.Set<LedgerEntry>().SumAsync(e => e.AmountMinor);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{provider}: {crowd.Subscriptions:#,0} subscriptions; preview of {done.Accounts:#,0} accounts {preview.TotalSeconds:0.0} s; {invoices:#,0} bills for {lines:#,0} subscriptions in {bills.TotalSeconds:0.0} s; {done.Failed} failed; ledger off by {balance}; at most {memory.MostBytes / Mega:0} MB; load {Machine.Load()}"));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }
}
