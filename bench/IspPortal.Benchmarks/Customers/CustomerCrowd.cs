using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Benchmarks.Customers;

/// <summary>As many customers as wanted, with the sample ISP's names and places.</summary>
internal static class CustomerCrowd
{
    private const int OfARouter = 1000;
    private const int BatchSize = 20_000;

    /// <summary>Writes them and gives one from the middle.</summary>
    public static async Task<Customer> SeedAsync(PortalContextSource source, BlindIndex blind, int count)
    {
        Customer? someone = null;
        foreach (var batch in Enumerable.Range(0, count).Chunk(BatchSize))
        {
            var customers = batch.GroupBy(index => index / OfARouter)
                .SelectMany(router => SampleIsp.SubscribersOf(router.Key, OfARouter).Select((line, at) => Make(line, (router.Key * OfARouter) + at, blind)))
                .Take(batch.Length).ToList();
            someone ??= customers[customers.Count / 2];
            await using var context = source.CreateForSystem("bench");
            await context.InsertSampleRowsAsync(customers, CancellationToken.None);
            await context.InsertSampleRowsAsync(customers.SelectMany(c => c.Accounts).ToList(), CancellationToken.None);
            await context.InsertSampleRowsAsync(customers.SelectMany(c => c.Tags).ToList(), CancellationToken.None);
            await context.InsertSampleRowsAsync(customers.ConvertAll(CustomerSearchKeys.EntryOf), CancellationToken.None);
        }

        await using var last = source.CreateForSystem("bench");
        await last.Database.ExecuteSqlRawAsync(last.Provider == StorageProvider.Postgres ? "VACUUM ANALYZE" : "PRAGMA optimize");
        return someone!;
    }

    private static Customer Make(SampleSubscriber line, int index, BlindIndex blind)
    {
        var created = line.InstalledOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddSeconds(index);
        var site = SampleSite.All[index / OfARouter % SampleSite.All.Count];
        var identity = index.ToString("0000000000000000", CultureInfo.InvariantCulture);
        var customer = new Customer
        {
            Id = Ids.New(TimeProvider.System),
            Number = string.Create(CultureInfo.InvariantCulture, $"CUST-{line.InstalledOn:yyyyMM}-{index:000000}"),
            Name = line.FullName,
            CompanyName = line.Company,
            Kind = line.Company is null ? CustomerKind.Residential : CustomerKind.Business,
            Status = (index % 20) switch { 0 => CustomerStatus.Suspended, 1 => CustomerStatus.Terminated, 2 => CustomerStatus.Prospect, _ => CustomerStatus.Active },
            Phone = line.Phone,
            Email = line.Email,
            Street = line.Street,
            District = line.Town,
            City = site.Regency,
            Province = "Jawa Barat",
            Latitude = line.Latitude,
            Longitude = line.Longitude,
            IdentityNumber = identity,
            IdentityHash = blind.Of(DuplicateFinder.IdentityPurpose, identity),
            RegisteredOn = line.InstalledOn,
            CreatedAtUtc = created,
            UpdatedAtUtc = created,
            Version = 1,
        };
        if (index % 25 == 3)
        {
            customer.Tags.Add(new CustomerTag { CustomerId = customer.Id, Tag = "vip" });
        }

        customer.Accounts.Add(new BillingAccount
        {
            Id = Ids.New(TimeProvider.System),
            Number = string.Create(CultureInfo.InvariantCulture, $"BA-{line.InstalledOn:yyyyMM}-{index:000000}"),
            CustomerId = customer.Id,
            Name = customer.DisplayName,
            IsDefault = true,
            SearchKey = customer.NameKey,
            CreatedAtUtc = created,
            Version = 1,
        });
        customer.Reindex();
        return customer;
    }
}
