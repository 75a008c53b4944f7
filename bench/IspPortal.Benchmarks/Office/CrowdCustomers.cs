using System.Globalization;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Benchmarks.Office;

/// <summary>The customers of a crowd with the sample ISP's names and places: of each twenty one is suspended, one left, one only asked.</summary>
internal static class CrowdCustomers
{
    public static Customer Make(SampleSubscriber line, int index, SampleSite site, BlindIndex blind)
    {
        var created = line.InstalledOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddSeconds(index);
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

        if (index % 2000 == 4)
        {
            customer.Tags.Add(new CustomerTag { CustomerId = customer.Id, Tag = "sponsor" });
        }

        if (line.Company is not null)
        {
            customer.Contacts.Add(new CustomerContact { Id = Ids.New(TimeProvider.System), CustomerId = customer.Id, Name = line.FullName, Role = ContactRole.Billing, Phone = line.Phone, Email = line.Email });
        }

        AddAccount(customer, $"BA-{line.InstalledOn:yyyyMM}-{index:000000}");
        customer.Reindex();
        return customer;
    }

    /// <summary>The first one is the default one.</summary>
    public static BillingAccount AddAccount(Customer customer, string number)
    {
        var account = new BillingAccount
        {
            Id = Ids.New(TimeProvider.System),
            Number = number,
            CustomerId = customer.Id,
            Name = customer.DisplayName,
            IsDefault = customer.Accounts.Count == 0,
            SearchKey = Core.Common.Search.SearchKey.Of(customer.DisplayName),
            CreatedAtUtc = customer.CreatedAtUtc,
            Version = 1,
        };
        customer.Accounts.Add(account);
        return account;
    }

    public static IEnumerable<CustomerHistoryEntry> HistoryOf(Customer customer)
    {
        yield return Entry(customer, 0, CustomerHistoryKind.Registered);
        if (customer.Status != CustomerStatus.Prospect)
        {
            yield return Entry(customer, 2, CustomerHistoryKind.StatusChanged, CustomerStatus.Prospect, CustomerStatus.Active);
        }

        if (customer.Status is CustomerStatus.Suspended or CustomerStatus.Terminated)
        {
            yield return Entry(customer, 200, CustomerHistoryKind.StatusChanged, CustomerStatus.Active, customer.Status);
        }
    }

    public static IEnumerable<AuditEntry> AuditOf(Customer customer)
    {
        yield return Audit(customer.CreatedAtUtc, "customer", AuditActions.Created, customer.Id, """{"name":"•••","kind":"Residential","phone":"•••","language":"id","channel":"WhatsApp"}""");
        yield return Audit(customer.CreatedAtUtc.AddDays(9), "customer", AuditActions.Changed, customer.Id, """{"phone":"•••","street":"•••"}""");
    }

    public static AuditEntry Audit(DateTime at, string entity, string action, Guid id, string after) => new()
    {
        Id = Ids.New(TimeProvider.System),
        AtUtc = at,
        ActorKind = ActorKind.System,
        ActorName = "system:bench",
        Action = action,
        Entity = entity,
        EntityId = id.ToString(),
        AfterJson = after,
    };

    private static CustomerHistoryEntry Entry(Customer customer, int days, CustomerHistoryKind kind, CustomerStatus? from = null, CustomerStatus? to = null) => new()
    {
        Id = Ids.New(TimeProvider.System),
        CustomerId = customer.Id,
        AtUtc = customer.CreatedAtUtc.AddDays(days),
        Kind = kind,
        From = from,
        To = to,
        ActorName = "system:bench",
    };
}
