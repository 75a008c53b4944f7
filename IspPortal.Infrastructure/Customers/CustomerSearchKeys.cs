using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Keeps the customer's own part of the search.</summary>
internal static class CustomerSearchKeys
{
    /// <summary>The text by which a customer is found. Its contacts and accounts are loaded.</summary>
    public static string KeyOf(Customer customer)
    {
        var key = SearchKey.Of(
        [
            customer.Name,
            customer.CompanyName,
            customer.Number,
            customer.ExternalCode,
            customer.Phone,
            // Typed as 0812… as often as +62812….
            customer.Phone?.Replace("+62", "0", StringComparison.Ordinal),
            customer.Email,
            .. customer.Accounts.Select(account => account.Number),
            .. customer.Contacts.SelectMany(contact => (string?[])[contact.Name, contact.Phone, contact.Phone?.Replace("+62", "0", StringComparison.Ordinal), contact.Email]),
        ]);
        return SearchKey.Cut(key, CustomerSearchEntry.MaxKeyLength);
    }

    /// <summary>Whoever has the identity or tax number with that hash, or had it before a name transfer: who asks to be erased must be found.</summary>
    public static IQueryable<Guid> CustomersWithNumber(this PortalDbContext context, string numberHash) =>
        context.Set<Customer>().Where(c => c.IdentityHash == numberHash || c.TaxIdHash == numberHash).Select(c => c.Id)
            .Concat(context.Set<FormerOwner>().Where(o => o.IdentityHash == numberHash || o.TaxIdHash == numberHash).Select(o => o.CustomerId));

    public static CustomerSearchEntry EntryOf(Customer customer) => new() { CustomerId = customer.Id, Part = CustomerSearchEntry.OwnPart, Key = KeyOf(customer) };

    /// <summary>Brings names, keys and the stored entry in line; before the save.</summary>
    public static async Task ReindexAsync(this PortalDbContext context, Customer customer, CancellationToken cancellationToken)
    {
        customer.Reindex();
        var entry = await context.Set<CustomerSearchEntry>().SingleOrDefaultAsync(e => e.CustomerId == customer.Id && e.Part == CustomerSearchEntry.OwnPart, cancellationToken);
        if (entry is null)
        {
            context.Add(EntryOf(customer));
        }
        else
        {
            entry.Key = KeyOf(customer);
        }
    }
}
