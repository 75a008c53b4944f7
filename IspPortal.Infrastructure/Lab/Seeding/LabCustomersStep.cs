using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Makes customers of the sample ISP's people, once, under fixed ids: those with a line, some who only asked, some who left.</summary>
internal sealed class LabCustomersStep(SampleIsp sample, PortalContextSource source, BlindIndex blind, TimeProvider clock) : IHostedService
{
    public const int Prospects = 24;
    public const int Leavers = 16;
    private const string By = "lab-customers";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (sample.Routers.Count * sample.Profile.SubscribersPerRouter > LabRoutersStep.MostLines)
        {
            return;
        }

        await using var context = source.CreateForSystem(By);
        var first = LabCustomers.CustomerId(0);
        if (await context.Set<Customer>().AnyAsync(c => c.Id == first, cancellationToken))
        {
            return;
        }

        var customers = Customers().ToList();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var numbered = await NumberAsync(context, customers, cancellationToken);
        await context.InsertSampleRowsAsync(numbered, cancellationToken);
        await context.InsertSampleRowsAsync(numbered.SelectMany(c => c.Accounts).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(numbered.SelectMany(c => c.Contacts).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(numbered.SelectMany(c => c.Tags).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(numbered.ConvertAll(CustomerSearchKeys.EntryOf), cancellationToken);
        await context.InsertSampleRowsAsync(numbered.SelectMany(HistoryOf).ToList(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static CustomerHistoryEntry Entry(Guid id, Customer customer, DateTime atUtc, CustomerHistoryKind kind, CustomerStatus? from = null, CustomerStatus? to = null) => new()
    {
        Id = id,
        CustomerId = customer.Id,
        AtUtc = atUtc,
        Kind = kind,
        From = from,
        To = to,
        ActorName = $"system:{By}",
    };

    /// <summary>Numbers of the month in which each came, from the series that later customers go on with.</summary>
    private static async Task<List<Customer>> NumberAsync(PortalDbContext context, List<Draft> drafts, CancellationToken cancellationToken)
    {
        var numbered = new List<Customer>();
        foreach (var month in drafts.GroupBy(draft => new DateOnly(draft.RegisteredOn.Year, draft.RegisteredOn.Month, 1)))
        {
            var people = month.OrderBy(draft => draft.RegisteredOn).ToList();
            var numbers = await context.TakeNumbersAsync(Customer.NumberPrefix, month.Key, people.Count, cancellationToken);
            var accounts = await context.TakeNumbersAsync(BillingAccount.NumberPrefix, month.Key, people.Sum(draft => draft.Lines), cancellationToken);
            var account = 0;
            foreach (var (at, draft) in people.Index())
            {
                var customer = draft.Make(numbers[at], [.. accounts.Skip(account).Take(draft.Lines)]);
                account += draft.Lines;
                customer.Reindex();
                numbered.Add(customer);
            }
        }

        return numbered;
    }

    private IEnumerable<CustomerHistoryEntry> HistoryOf(Customer customer)
    {
        yield return Entry(Ids.New(clock), customer, customer.CreatedAtUtc, CustomerHistoryKind.Registered);
        if (customer.Status != CustomerStatus.Prospect)
        {
            yield return Entry(Ids.New(clock), customer, customer.CreatedAtUtc.AddDays(2), CustomerHistoryKind.StatusChanged, CustomerStatus.Prospect, CustomerStatus.Active);
        }

        if (customer.Status is CustomerStatus.Suspended or CustomerStatus.Terminated)
        {
            yield return Entry(Ids.New(clock), customer, customer.CreatedAtUtc.AddDays(30), CustomerHistoryKind.StatusChanged, CustomerStatus.Active, customer.Status);
        }
    }

    private IEnumerable<Draft> Customers()
    {
        var lines = sample.Subscribers.ToList();
        SampleSubscriber? before = null;
        var position = 0;
        foreach (var group in LabCustomers.Group(lines))
        {
            var at = position++;
            var family = LabCustomers.SharesPhone(at) && group[0].Company is null ? before : null;
            before = group[0];
            yield return new Draft(group[0].InstalledOn, group.Count, (number, accounts) => Make(group, at, family, number, accounts));
        }

        // Neighbours of those with a line, under the indices after the last line.
        foreach (var extra in Enumerable.Range(0, Prospects + Leavers))
        {
            var like = lines[extra * 13 % lines.Count];
            var status = extra < Prospects ? CustomerStatus.Prospect : CustomerStatus.Terminated;
            var other = lines[((extra * 29) + 7) % lines.Count];
            var person = like with { Index = lines.Count + extra, FullName = other.FullName, Company = null, Email = $"tanya{extra}@contoh.test", Phone = "+62811" + (7_000_000 + (extra * 7_919)) };
            yield return new Draft(like.InstalledOn, 1, (number, accounts) =>
            {
                var customer = Make([person], position + extra, null, number, accounts);
                customer.Status = status;
                return customer;
            });
        }
    }

    private Customer Make(IReadOnlyList<SampleSubscriber> lines, int position, SampleSubscriber? family, string number, IReadOnlyList<string> accounts)
    {
        var line = lines[0];
        var created = line.InstalledOn.ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc);
        var identity = line.Company is null ? LabCustomers.IdentityNumberOf(position) : null;
        var customer = new Customer
        {
            Id = LabCustomers.CustomerId(line.Index),
            Number = number,
            Name = line.FullName,
            CompanyName = line.Company,
            Kind = line.Company is null ? CustomerKind.Residential : lines.Count > 1 ? CustomerKind.Enterprise : CustomerKind.Business,
            Status = LabCustomers.Owes(lines, position) ? CustomerStatus.Suspended : CustomerStatus.Active,
            Phone = (family ?? line).Phone,
            Email = line.Email,
            Street = line.Street,
            District = line.Town,
            City = sample.Routers[line.RouterIndex].Site.Regency,
            Province = "Jawa Barat",
            Latitude = line.Latitude,
            Longitude = line.Longitude,
            IdentityNumber = identity,
            IdentityHash = blind.Of(DuplicateFinder.IdentityPurpose, identity),
            BirthOn = line.Company is null ? LabCustomers.BirthOf(position) : null,
            RegisteredOn = line.InstalledOn,
            CreatedAtUtc = created,
            UpdatedAtUtc = created,
            Version = 1,
        };
        customer.Tags.AddRange(LabCustomers.TagsOf(line, position).Select(tag => new CustomerTag { CustomerId = customer.Id, Tag = tag }));
        foreach (var (at, branch) in lines.Index())
        {
            customer.Accounts.Add(new BillingAccount
            {
                Id = LabCustomers.AccountId(branch.Index),
                Number = accounts[at],
                CustomerId = customer.Id,
                Name = at == 0 ? customer.DisplayName : $"{customer.DisplayName} – {branch.Town} {at + 1}",
                IsDefault = at == 0,
                Address = at == 0 ? null : $"{branch.Street}, {branch.Town}",
                PaysBy = line.Company is null ? PaymentWay.Collector : PaymentWay.Transfer,
                SearchKey = SearchKey.Of(customer.DisplayName),
                CreatedAtUtc = created,
                Version = 1,
            });
        }

        if (line.Company is not null)
        {
            customer.Contacts.Add(new CustomerContact { Id = Ids.New(clock), CustomerId = customer.Id, Name = line.FullName, Role = ContactRole.Billing, Phone = line.Phone, Email = line.Email, Channel = MessageChannel.WhatsApp });
        }

        return customer;
    }

    /// <summary>A customer that waits for its numbers.</summary>
    private sealed record Draft(DateOnly RegisteredOn, int Lines, Func<string, IReadOnlyList<string>, Customer> Make);
}
