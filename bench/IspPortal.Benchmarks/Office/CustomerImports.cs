using System.Diagnostics;
using System.Globalization;
using System.Text;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Customers.Imports;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Benchmarks.Office;

/// <summary>A file of customers from upload to the last one made, into a database that holds customers already, on SQLite and on PostgreSQL.</summary>
internal static class CustomerImports
{
    private const int OfARouter = 1_000;
    private const int BatchSize = 20_000;

    public static async Task RunAsync(string[] args)
    {
        var (rows, before) = (NumberOf(args, "--rows", 10_000), NumberOf(args, "--customers", 20_000));
        var directory = Directory.CreateTempSubdirectory("customer-imports-").FullName;
        await MeasureAsync("SQLite", new StorageOptions { DataDirectory = directory }, rows, before);
        await using (var postgres = await PrivatePostgres.StartAsync())
        {
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL is not installed here.");
            }
            else
            {
                await MeasureAsync("PostgreSQL", new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = postgres.ConnectionString, DataDirectory = directory }, rows, before);
            }
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    private static int NumberOf(string[] args, string name, int otherwise) =>
        args.Select(arg => arg.Split('=')).Where(arg => arg[0] == name).Select(arg => int.Parse(arg[1], CultureInfo.InvariantCulture)).FirstOrDefault(otherwise);

    private static async Task SeedAsync(PortalContextSource source, BlindIndex blind, int count)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(BatchSize))
        {
            var customers = batch.GroupBy(index => index / OfARouter)
                .SelectMany(router => SampleIsp.SubscribersOf(router.Key, OfARouter).Select((line, at) => CrowdCustomers.Make(line, (router.Key * OfARouter) + at, SampleSite.All[router.Key % SampleSite.All.Count], blind)))
                .Take(batch.Length).ToList();
            var accounts = customers.ConvertAll(c => CrowdCustomers.AddAccount(c, c.Number.Replace("CUST", "BA", StringComparison.Ordinal)));
            await using var context = source.CreateForSystem("bench");
            await context.InsertSampleRowsAsync(customers, CancellationToken.None);
            await context.InsertSampleRowsAsync(accounts, CancellationToken.None);
            await context.InsertSampleRowsAsync(customers.ConvertAll(CustomerSearchKeys.EntryOf), CancellationToken.None);
        }
    }

    private static async Task MeasureAsync(string provider, StorageOptions options, int rows, int before)
    {
        var protection = new EphemeralDataProtectionProvider();
        var source = new PortalContextSource(
            options, new PortalContextServices(new SecretProtector(protection), TimeProvider.System, new EventCatalog([]), new OutboxWake()), NullLoggerFactory.Instance);
        var contexts = new Contexts(source);
        await using (var context = source.CreateForSystem("bench"))
        {
            await context.Database.MigrateAsync();
        }

        var blind = new BlindIndex(Options.Create(options));
        await SeedAsync(source, blind, before);
        var (vault, candidates, business) = (new CustomerImportVault(protection), new CustomerImportCandidates(blind), new Today());
        ICustomerImportDesk desk = new CustomerImportDesk(contexts, new Someone(), vault, new CustomerImportChecker(contexts, vault, candidates), business, TimeProvider.System);
        ICustomerImportDirectory imports = new CustomerImportDirectory(contexts, new Someone(), vault);
        var runner = new CustomerImportRunner(contexts, vault, candidates, blind, business, TimeProvider.System);
        var file = FileOf(rows, before);
        var id = Ids.New(TimeProvider.System);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{provider}: {rows:#,0} rows, {file.Content.Length / 1e6:0.0} MB, beside {before:#,0} customers; load {Machine.Load()}"));

        var busy = Process.GetCurrentProcess().TotalProcessorTime;
        var whole = Stopwatch.StartNew();
        var upload = Stopwatch.StartNew();
        Expect((await desk.UploadAsync(id, file, CancellationToken.None)).Succeeded);
        upload.Stop();
        var mapping = (await imports.PreviewAsync(id, CancellationToken.None)).Value.Offered[0];
        var check = Stopwatch.StartNew();
        Expect((await desk.CheckAsync(id, 1, mapping, CancellationToken.None)).Succeeded);
        check.Stop();
        Expect((await desk.ChooseAsync(id, new(), true, CancellationToken.None)).Succeeded);
        var details = (await imports.GetAsync(id, CancellationToken.None)).Value;
        var run = Stopwatch.StartNew();
        Expect((await desk.StartAsync(id, details.Row.Version, CancellationToken.None)).Succeeded);
        var made = await runner.RunAsync(CancellationToken.None);
        run.Stop();
        details = (await imports.GetAsync(id, CancellationToken.None)).Value;
        Expect(made == details.Row.Made && details.Row.State == CustomerImportState.Done);
        busy = Process.GetCurrentProcess().TotalProcessorTime - busy;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  upload {upload.Elapsed.TotalSeconds:0.0} s, dry run {check.Elapsed.TotalSeconds:0.0} s, import {run.Elapsed.TotalSeconds:0.0} s, together {whole.Elapsed.TotalSeconds:0.0} s {Goal.Under(whole.Elapsed.TotalSeconds, 30)}, {busy.TotalSeconds:0.0} s of processor; {made:#,0} made, {details.Row.Possible:#,0} of them possible doubles, {details.Row.Known} known, {details.Row.Wrong} wrong"));
    }

    private static void Expect(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The import did not go through.");
        }
    }

    /// <summary>People of routers that the crowd does not have, as an old system would write them.</summary>
    private static CustomerImportFile FileOf(int rows, int before)
    {
        var text = new StringBuilder("Kode Pelanggan;Nama;Perusahaan;No HP;Email;Alamat;Kecamatan;Kota;Lat;Long;NIK;Tgl daftar;Tag;Kontak;HP kontak\r\n");
        var first = (before / OfARouter) + 1;
        for (var router = first; (router - first) * OfARouter < rows; router++)
        {
            foreach (var (at, line) in SampleIsp.SubscribersOf(router, OfARouter).Index())
            {
                var number = ((router - first) * OfARouter) + at;
                if (number < rows)
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"OLD-{number:000000};\"{line.FullName}\";\"{line.Company}\";08{5_000_000_000 + number};{line.Email};\"{line.Street} {number}\";{line.Town};Kota Bekasi;{line.Latitude};{line.Longitude};{3_275_000_000_000_000 + number};{line.InstalledOn:dd/MM/yyyy};impor;Ibu {number};08{6_000_000_000 + number}\r\n");
                }
            }
        }

        return new CustomerImportFile("old-system.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private sealed class Contexts(PortalContextSource source) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => source.CreateForSystem("bench");
    }

    private sealed class Someone : ICurrentActor
    {
        public Actor Actor { get; } = Actor.System("bench");
    }

    private sealed class Today : IBusinessClock
    {
        public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
    }
}
