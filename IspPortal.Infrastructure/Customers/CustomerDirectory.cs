using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class CustomerDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, DuplicateFinder duplicates) : ICustomerDirectory
{
    private const int MostChoices = 100;
    private const int MostNotes = 100;

    /// <summary>Whether the answer may tell that a number is somebody's: who could enter or see it anyway.</summary>
    private bool MayAskForIdentity => actor.Actor.May(CustomersPermissions.CustomersWrite) || actor.Actor.May(CustomersPermissions.CustomersIdentity);

    public async Task<Result<Page<CustomerRow>>> ListAsync(CustomerFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (shown, count, isAtLeast) = await ListOf(context, filter, page, actor.Actor.May(CustomersPermissions.CustomersIdentity) ? duplicates.NumberHashOf(page.SearchOrNull) : null).ReadAsync(context, page, cancellationToken);
        return Page<CustomerRow>.Of(count == 0 ? [] : await RowsAsync(context, shown, cancellationToken), page, count) with { TotalIsAtLeast = isAtLeast };
    }

    public async Task<Result<CustomerDetails>> GetAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await context.Set<Customer>().AsNoTracking().Include(c => c.Contacts).Include(c => c.Tags).Include(c => c.Accounts).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);
        if (customer is null)
        {
            return CustomersErrors.NotFound;
        }

        var notes = await context.Set<CustomerNote>().AsNoTracking().Where(n => n.CustomerId == customerId).OrderByDescending(n => n.AtUtc).Take(MostNotes)
            .Select(n => new NoteRow(n.Id, n.Text, n.AuthorName, n.AtUtc)).ToListAsync(cancellationToken);
        var owners = await context.Set<FormerOwner>().AsNoTracking().Where(o => o.CustomerId == customerId).OrderByDescending(o => o.UntilOn).ThenByDescending(o => o.HandedOverAtUtc)
            .Select(o => new FormerOwnerRow(o.Id, o.Name, o.CompanyName, o.UntilOn, o.ErasedAtUtc ?? customer.ErasedAtUtc)).ToListAsync(cancellationToken);
        return DetailsOf(customer, notes, owners);
    }

    public async Task<Result<CustomerChoices>> ListChoicesAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var cities = await context.Set<Customer>().AsNoTracking().Where(c => c.RemovedAtUtc == null && c.CityKey != null)
            .GroupBy(c => c.CityKey!).Select(g => new { City = g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.City).Take(MostChoices).ToListAsync(cancellationToken);
        var tags = await context.Set<CustomerTag>().AsNoTracking()
            .GroupBy(t => t.Tag).Select(g => new { Tag = g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Tag).Take(MostChoices).ToListAsync(cancellationToken);
        return new CustomerChoices([.. cities.Select(c => c.City)], [.. tags.Select(t => t.Tag)]);
    }

    public async Task<Result<IReadOnlyList<PossibleDuplicate>>> FindDuplicatesAsync(DuplicateProbe probe, CancellationToken cancellationToken) =>
        actor.Deny(CustomersPermissions.CustomersRead) is { } denied ? denied : Result.Of(await duplicates.FindAsync(MayAskForIdentity ? probe : probe with { IdentityNumber = null, TaxId = null }, cancellationToken));

    /// <summary>Rows of those customers in their order: one statement for them and one for their tags.</summary>
    internal static async Task<List<CustomerRow>> RowsAsync(PortalDbContext context, IQueryable<Customer> customers, CancellationToken cancellationToken)
    {
        var rows = await customers.Select(c => new CustomerRow(
            c.Id, c.Number, c.Name, c.CompanyName, c.Kind, c.Status, c.Phone, c.Email, c.City,
            context.Set<BillingAccount>().Count(a => a.CustomerId == c.Id), c.RegisteredOn, c.RemovedAtUtc, new List<string>())
        {
            ExternalCode = c.ExternalCode,
        }).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var tags = (await context.Set<CustomerTag>().AsNoTracking().Where(t => ids.Contains(t.CustomerId)).OrderBy(t => t.Tag).ToListAsync(cancellationToken)).ToLookup(t => t.CustomerId, t => t.Tag);
        return rows.ConvertAll(row => row with { Tags = [.. tags[row.Id]] });
    }

    internal static LongList<Customer> ListOf(PortalDbContext context, CustomerFilter filter, PageRequest page, string? numberHash = null)
    {
        var search = page.SearchOrNull;
        var numbered = numberHash is null ? null : context.CustomersWithNumber(numberHash);
        return new LongList<Customer>(context.Set<Customer>().AsNoTracking(), customers => Narrow(context, customers, filter), customers => Sort(customers, page))
        {
            IsInOrder = IsInOrder(filter, page),
            Search = search,
            LookUp = customers => context.CustomersWith(search) is not { } found ? customers
                : numbered is null ? customers.Where(c => found.Contains(c.Id))
                : customers.Where(c => numbered.Contains(c.Id) || found.Contains(c.Id)),
            Pick = (customers, entries) =>
            {
                List<Guid> ids = [.. entries.Select(e => e.CustomerId).Distinct()];
                return numbered is null ? customers.Where(c => ids.Contains(c.Id)) : customers.Where(c => numbered.Contains(c.Id) || ids.Contains(c.Id));
            },
            Ask = customers => customers.Where(c => context.SearchEntriesHolding(search).Where(e => e.CustomerId == c.Id).Select(e => (long?)e.Serial).FirstOrDefault() != null),
        };
    }

    internal static BillingAccountRow AccountRow(BillingAccount account, string customerName) => new(
        account.Id, account.Number, account.CustomerId, customerName, account.Name, account.IsDefault, account.Address, account.PaysBy, account.PaymentNotes, account.ClosedAtUtc, account.Version);

    internal static CustomerRow RowOf(Customer customer) => new(
        customer.Id, customer.Number, customer.Name, customer.CompanyName, customer.Kind, customer.Status, customer.Phone, customer.Email, customer.City,
        customer.Accounts.Count, customer.RegisteredOn, customer.RemovedAtUtc, [.. customer.Tags.Select(t => t.Tag).Order(StringComparer.Ordinal)])
    {
        ExternalCode = customer.ExternalCode,
    };

    // Status, kind and city are in indexes by name; everything is in an index by each sort.
    private static bool IsInOrder(CustomerFilter filter, PageRequest page) =>
        filter == new CustomerFilter() || (filter is { Tag: null, Removed: false } && page.Sort is not ("number" or "registered" or "updated" or "city"));

    private static IQueryable<Customer> Narrow(PortalDbContext context, IQueryable<Customer> customers, CustomerFilter filter)
    {
        customers = filter.Removed ? customers.Where(c => c.RemovedAtUtc != null) : customers.Where(c => c.RemovedAtUtc == null);
        if (filter.Status is { } status)
        {
            customers = customers.Where(c => c.Status == status);
        }

        if (filter.Kind is { } kind)
        {
            customers = customers.Where(c => c.Kind == kind);
        }

        if (!string.IsNullOrWhiteSpace(filter.City))
        {
            var city = Customer.CityKeyOf(filter.City);
            customers = customers.Where(c => c.CityKey == city);
        }

        if (!string.IsNullOrWhiteSpace(filter.Tag))
        {
            var tag = filter.Tag.Trim().ToLowerInvariant();
            var tagged = context.Set<CustomerTag>().Where(t => t.Tag == tag).Select(t => t.CustomerId);
            customers = customers.Where(c => tagged.Contains(c.Id));
        }

        return customers;
    }

    private static IOrderedQueryable<Customer> Sort(IQueryable<Customer> customers, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("number", false) => customers.OrderBy(c => c.Number),
        ("number", true) => customers.OrderByDescending(c => c.Number),
        ("registered", false) => customers.OrderBy(c => c.RegisteredOn).ThenBy(c => c.Id),
        ("registered", true) => customers.OrderByDescending(c => c.RegisteredOn).ThenByDescending(c => c.Id),
        ("updated", false) => customers.OrderBy(c => c.UpdatedAtUtc).ThenBy(c => c.Id),
        ("updated", true) => customers.OrderByDescending(c => c.UpdatedAtUtc).ThenByDescending(c => c.Id),
        ("city", false) => customers.OrderBy(c => c.CityKey).ThenBy(c => c.NameKey).ThenBy(c => c.Id),
        ("city", true) => customers.OrderByDescending(c => c.CityKey).ThenByDescending(c => c.NameKey).ThenByDescending(c => c.Id),
        (_, true) => customers.OrderByDescending(c => c.NameKey).ThenByDescending(c => c.Id),
        _ => customers.OrderBy(c => c.NameKey).ThenBy(c => c.Id),
    };

    private static CustomerDetails DetailsOf(Customer customer, IReadOnlyList<NoteRow> notes, IReadOnlyList<FormerOwnerRow> owners) => new()
    {
        Row = RowOf(customer),
        Street = customer.Street,
        Village = customer.Village,
        District = customer.District,
        Province = customer.Province,
        PostalCode = customer.PostalCode,
        Latitude = customer.Latitude,
        Longitude = customer.Longitude,
        Language = customer.Language,
        Channel = customer.Channel,
        TaxIdMasked = IdentityMask.Of(customer.TaxId),
        IdentityMasked = IdentityMask.Of(customer.IdentityNumber),
        BirthOn = customer.BirthOn,
        Gender = customer.Gender,
        RemovalReason = customer.RemovalReason,
        MergedIntoId = customer.MergedIntoId,
        ErasedAtUtc = customer.ErasedAtUtc,
        UpdatedAtUtc = customer.UpdatedAtUtc,
        Version = customer.Version,
        Contacts = [.. customer.Contacts.OrderBy(c => c.Position).Select(c => new ContactRow(c.Id, c.Name, c.Role, c.Phone, c.Email, c.Channel))],
        Accounts = [.. customer.Accounts.OrderByDescending(a => a.IsDefault).ThenBy(a => a.Number, StringComparer.Ordinal).Select(a => AccountRow(a, customer.DisplayName))],
        Notes = notes,
        FormerOwners = owners,
    };
}
