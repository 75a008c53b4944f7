using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IspPortal.Benchmarks.Customers;

/// <summary>Lists, searches and details over many customers, in the services, on SQLite and on PostgreSQL.</summary>
internal static class CustomerLists
{
    private const int Rounds = 60;
    private const int MostStatements = 5;

    public static async Task RunAsync(string[] args)
    {
        var count = args.Select(arg => arg.Split('=')).Where(arg => arg[0] == "--customers").Select(arg => int.Parse(arg[1], CultureInfo.InvariantCulture)).FirstOrDefault(100_000);
        var directory = Directory.CreateTempSubdirectory("customer-lists-").FullName;
        await MeasureAsync("SQLite", new StorageOptions { DataDirectory = directory }, count);
        await using (var postgres = await PrivatePostgres.StartAsync())
        {
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL is not installed here.");
            }
            else
            {
                await MeasureAsync("PostgreSQL", new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = postgres.ConnectionString, DataDirectory = directory }, count);
            }
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    private static async Task MeasureAsync(string provider, StorageOptions options, int count)
    {
        using var statements = new StatementCount();
        var source = new PortalContextSource(
            options, new PortalContextServices(new SecretProtector(new EphemeralDataProtectionProvider()), TimeProvider.System, new EventCatalog([]), new OutboxWake()), statements);
        var contexts = new Contexts(source);
        var watch = Stopwatch.StartNew();
        await using (var context = source.CreateForSystem("bench"))
        {
            await context.Database.MigrateAsync();
        }

        var blind = new BlindIndex(Options.Create(options));
        var someone = await CustomerCrowd.SeedAsync(source, blind, count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{provider}: {count:#,0} customers written in {watch.Elapsed.TotalSeconds:0.0} s; load {Machine.Load()}"));

        ICustomerDirectory directory = new CustomerDirectory(contexts, new Someone(), new DuplicateFinder(contexts, blind));
        foreach (var (name, filter, sort, descending) in new (string, CustomerFilter, string?, bool)[]
        {
            ("by name", new(), null, false),
            ("by name, backwards", new(), "name", true),
            ("by number", new(), "number", false),
            ("newest first", new(), "registered", true),
            ("changed last first", new(), "updated", true),
            ("by city", new(), "city", false),
            ("suspended, by name", new(CustomerStatus.Suspended), null, false),
            ("business, by name", new(Kind: CustomerKind.Business), null, false),
            ("active residential of one city, by name", new(CustomerStatus.Active, CustomerKind.Residential, "Kota Bekasi"), null, false),
            ("with a tag, by name", new(Tag: "vip"), null, false),
        })
        {
            await TimeAsync(name, 20, statements, () => directory.ListAsync(filter, new PageRequest(1, 50, null, sort, descending), CancellationToken.None));
        }

        foreach (var text in new[] { someone.Name[..4], someone.Name, someone.Number[^6..], someone.Phone![^6..], someone.Email!.Split('@')[0], "bu", "halim 8" })
        {
            await TimeAsync($"search \"{text}\"", 50, statements, () => directory.ListAsync(new CustomerFilter(), new PageRequest(1, 50, text), CancellationToken.None));
        }

        var search = new CustomerSearch(contexts, new Someone());
        await TimeAsync("Ctrl+K, four letters of a name", 50, statements, () => search.FindAsync(someone.Name[..4], 12, CancellationToken.None));
        await TimeAsync("duplicates while typing", 50, statements, () => directory.FindDuplicatesAsync(new(null, someone.Name, someone.Phone, "3216010203040005", someone.Street, someone.City), CancellationToken.None));
        await TimeAsync("detail", 100, statements, () => directory.GetAsync(someone.Id, CancellationToken.None), mostStatements: 7);
        await TimeAsync("choices of the filters", 100, statements, () => directory.ListChoicesAsync(CancellationToken.None));
    }

    private static async Task TimeAsync(string name, double limit, StatementCount statements, Func<Task> ask, int mostStatements = MostStatements)
    {
        for (var i = 0; i < 5; i++)
        {
            await ask();
        }

        statements.Take();
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        var said = statements.Take() / Rounds;
        var p95 = times[(int)(Rounds * 0.95)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-44} p50 {times[Rounds / 2],7:0.0} ms  p95 {p95,7:0.0} ms {Goal.Under(p95, limit)}  {said} statements {Goal.Under(said, mostStatements + 1)}"));
    }

    private sealed class Contexts(PortalContextSource source) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => source.CreateForSystem("bench");
    }

    private sealed class Someone : ICurrentActor
    {
        public Actor Actor { get; } = Actor.System("bench");
    }
}
