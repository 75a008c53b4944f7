using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>What the customers themselves hold about a person.</summary>
internal sealed class OwnDataPart : ICustomerDataPart
{
    /// <summary>Stands where a name stood.</summary>
    private const string Erased = "—";

    public string Name => "customer";

    public async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        if (await context.FindCustomerAsync(customerId, cancellationToken) is not { } customer)
        {
            return null;
        }

        var notes = await context.Set<CustomerNote>().AsNoTracking().Where(n => n.CustomerId == customerId && n.FormerOwnerId == null).OrderBy(n => n.AtUtc).ToListAsync(cancellationToken);
        var history = await context.Set<CustomerHistoryEntry>().AsNoTracking().Where(h => h.CustomerId == customerId && h.FormerOwnerId == null).OrderBy(h => h.AtUtc).ToListAsync(cancellationToken);
        var transfers = await context.Set<FormerOwner>().AsNoTracking().Where(o => o.CustomerId == customerId).OrderBy(o => o.UntilOn).Select(o => new { OnDay = o.UntilOn }).ToListAsync(cancellationToken);
        return new
        {
            customer.Number,
            customer.ExternalCode,
            customer.Name,
            customer.Kind,
            customer.Status,
            customer.CompanyName,
            customer.Email,
            customer.Phone,
            Address = new { customer.Street, customer.Village, customer.District, customer.City, customer.Province, customer.PostalCode, customer.Latitude, customer.Longitude },
            Messages = new { customer.Language, customer.Channel },
            customer.TaxId,
            customer.IdentityNumber,
            customer.BirthOn,
            customer.Gender,
            customer.RegisteredOn,
            Tags = customer.Tags.Select(t => t.Tag),
            Contacts = customer.Contacts.OrderBy(c => c.Position).Select(c => new { c.Name, c.Role, c.Phone, c.Email, c.Channel }),
            BillingAccounts = customer.Accounts.OrderBy(a => a.Number, StringComparer.Ordinal).Select(a => new { a.Number, a.Name, a.Address, a.PaysBy, a.PaymentNotes, a.ClosedAtUtc }),
            Notes = notes.Select(n => new { n.AtUtc, n.AuthorName, n.Text }),
            Transfers = transfers,
            History = history.Select(h => new { h.AtUtc, h.Kind, h.From, h.To, h.Other, h.Reason }),
        };
    }

    public async Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        var customer = (await context.FindCustomerAsync(customerId, cancellationToken))!;
        customer.Name = Erased;
        customer.ExternalCode = customer.CompanyName = customer.Email = customer.Phone = customer.Street = customer.Village = customer.PostalCode = customer.TaxId = customer.TaxIdHash = customer.IdentityNumber = customer.IdentityHash = null;
        customer.Latitude = customer.Longitude = null;
        customer.BirthOn = null;
        customer.Gender = null;
        customer.Channel = MessageChannel.None;
        context.RemoveRange(customer.Contacts);
        customer.Contacts.Clear();
        foreach (var account in customer.Accounts)
        {
            (account.Name, account.SearchKey, account.Address, account.PaymentNotes) = (Erased, Erased, null, null);
        }

        context.RemoveRange(await context.Set<CustomerNote>().Where(n => n.CustomerId == customerId).ToListAsync(cancellationToken));
        foreach (var owner in await context.Set<FormerOwner>().Where(o => o.CustomerId == customerId).ToListAsync(cancellationToken))
        {
            MakeNameless(owner);
        }

        foreach (var entry in await context.Set<CustomerHistoryEntry>().Where(h => h.CustomerId == customerId).ToListAsync(cancellationToken))
        {
            entry.Reason = null;
        }

        await context.ReindexAsync(customer, cancellationToken);
    }

    public async Task HandOverAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken)
    {
        foreach (var note in await context.Set<CustomerNote>().Where(n => n.CustomerId == owner.CustomerId && n.FormerOwnerId == null).ToListAsync(cancellationToken))
        {
            note.FormerOwnerId = owner.Id;
        }

        foreach (var entry in await context.Set<CustomerHistoryEntry>().Where(h => h.CustomerId == owner.CustomerId && h.FormerOwnerId == null).ToListAsync(cancellationToken))
        {
            entry.FormerOwnerId = owner.Id;
        }
    }

    public async Task<object?> ReadFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken)
    {
        var notes = await context.Set<CustomerNote>().AsNoTracking().Where(n => n.FormerOwnerId == owner.Id).OrderBy(n => n.AtUtc).ToListAsync(cancellationToken);
        var history = await context.Set<CustomerHistoryEntry>().AsNoTracking().Where(h => h.FormerOwnerId == owner.Id).OrderBy(h => h.AtUtc).ToListAsync(cancellationToken);
        return new
        {
            owner.Name,
            owner.Kind,
            owner.CompanyName,
            owner.Email,
            owner.Phone,
            owner.TaxId,
            owner.IdentityNumber,
            owner.UntilOn,
            Notes = notes.Select(n => new { n.AtUtc, n.AuthorName, n.Text }),
            // Why it was transferred speaks of the new owner as often as of this one.
            History = history.Select(h => new { h.AtUtc, h.Kind, h.From, h.To, h.Other, Reason = h.Kind == CustomerHistoryKind.Transferred ? null : h.Reason }),
        };
    }

    public async Task EraseFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken)
    {
        MakeNameless(owner);
        context.RemoveRange(await context.Set<CustomerNote>().Where(n => n.FormerOwnerId == owner.Id).ToListAsync(cancellationToken));
        foreach (var entry in await context.Set<CustomerHistoryEntry>().Where(h => h.FormerOwnerId == owner.Id).ToListAsync(cancellationToken))
        {
            entry.Reason = null;
        }
    }

    private static void MakeNameless(FormerOwner owner)
    {
        owner.Name = Erased;
        owner.CompanyName = owner.Phone = owner.Email = owner.TaxId = owner.TaxIdHash = owner.IdentityNumber = owner.IdentityHash = null;
    }
}
