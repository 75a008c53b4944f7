using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Contacts, accounts, notes, tags and former owners of a merge.</summary>
internal sealed class OwnMergeParts : ICustomerMergePart
{
    public async Task<IReadOnlyList<MergePart>> CountAsync(PortalDbContext context, Guid mergedId, CancellationToken cancellationToken) =>
    [
        new("billing_accounts", await context.Set<BillingAccount>().CountAsync(a => a.CustomerId == mergedId, cancellationToken)),
        new("contacts", await context.Set<CustomerContact>().CountAsync(c => c.CustomerId == mergedId, cancellationToken)),
        new("notes", await context.Set<CustomerNote>().CountAsync(n => n.CustomerId == mergedId, cancellationToken)),
        new("tags", await context.Set<CustomerTag>().CountAsync(t => t.CustomerId == mergedId, cancellationToken)),
    ];

    public async Task MoveAsync(PortalDbContext context, Customer merged, Customer survivor, CancellationToken cancellationToken)
    {
        foreach (var contact in merged.Contacts.ToList())
        {
            contact.CustomerId = survivor.Id;
            contact.Position = survivor.Contacts.Count;
            merged.Contacts.Remove(contact);
            survivor.Contacts.Add(contact);
        }

        foreach (var account in merged.Accounts.ToList())
        {
            account.CustomerId = survivor.Id;
            account.IsDefault = false;
            merged.Accounts.Remove(account);
            survivor.Accounts.Add(account);
        }

        foreach (var tag in merged.Tags.ToList())
        {
            merged.Tags.Remove(tag);
            context.Remove(tag);
            if (survivor.Tags.TrueForAll(other => other.Tag != tag.Tag))
            {
                var moved = new CustomerTag { CustomerId = survivor.Id, Tag = tag.Tag };
                survivor.Tags.Add(moved);
                context.Add(moved);
            }
        }

        foreach (var note in await context.Set<CustomerNote>().Where(n => n.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            note.CustomerId = survivor.Id;
        }

        foreach (var owner in await context.Set<FormerOwner>().Where(o => o.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            owner.CustomerId = survivor.Id;
        }
    }
}
