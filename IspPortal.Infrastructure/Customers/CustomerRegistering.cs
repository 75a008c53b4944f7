using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Makes the rows of a customer: the same ones whoever registers it, by hand or from a file.</summary>
internal static class CustomerRegistering
{
    /// <summary>Adds a prospect with its default billing account, search entry, history and event; the caller saves. The request is clean and holds.</summary>
    public static Customer Register(
        this PortalDbContext context, Guid customerId, SaveCustomerRequest request, (string Customer, string Account) numbers, DateOnly today, BlindIndex blind, TimeProvider clock)
    {
        var now = clock.UtcNow();
        var customer = new Customer
        {
            Id = customerId,
            Number = numbers.Customer,
            Name = request.Name,
            Kind = request.Kind,
            RegisteredOn = request.RegisteredOn ?? today,
            CreatedAtUtc = now,
            UpdatedAtUtc = now,
        };
        Fill(customer, request);
        SetNumbers(customer, request.IdentityNumber ?? "", request.TaxId ?? "", blind);
        customer.Contacts.AddRange(request.Contacts.Select((contact, position) => ContactOf(customerId, contact, position, clock)));
        customer.Tags.AddRange(request.Tags.Select(tag => new CustomerTag { CustomerId = customerId, Tag = tag }));
        customer.Accounts.Add(BillingAccountDesk.NewAccount(customerId, numbers.Account, customer.DisplayName, isDefault: true, clock));
        customer.Reindex();
        context.Add(customer);
        context.Add(CustomerSearchKeys.EntryOf(customer));
        context.AddHistory(clock, customerId, CustomerHistoryKind.Registered);
        context.AddEvent(new CustomerRegistered(customerId));
        return customer;
    }

    /// <summary>Takes over what the form holds, name, kind, identity and tax number, contacts and tags left out.</summary>
    public static void Fill(Customer customer, SaveCustomerRequest request)
    {
        customer.ExternalCode = request.ExternalCode;
        customer.CompanyName = request.CompanyName;
        customer.Email = request.Email;
        customer.Phone = request.Phone;
        customer.Street = request.Street;
        customer.Village = request.Village;
        customer.District = request.District;
        customer.City = request.City;
        customer.Province = request.Province;
        customer.PostalCode = request.PostalCode;
        customer.Latitude = request.Latitude;
        customer.Longitude = request.Longitude;
        customer.Language = request.Language;
        customer.Channel = request.Channel;
        customer.BirthOn = request.BirthOn;
        customer.Gender = request.Gender;
    }

    /// <summary>Identity and tax number with what finds them; null keeps the one that is held, an empty text takes it away.</summary>
    public static void SetNumbers(Customer customer, string? identityNumber, string? taxId, BlindIndex blind)
    {
        if (identityNumber is not null)
        {
            (customer.IdentityNumber, customer.IdentityHash) = (identityNumber.Length == 0 ? null : identityNumber, blind.Of(DuplicateFinder.IdentityPurpose, identityNumber));
        }

        if (taxId is not null)
        {
            (customer.TaxId, customer.TaxIdHash) = (taxId.Length == 0 ? null : taxId, blind.Of(DuplicateFinder.IdentityPurpose, taxId));
        }
    }

    public static CustomerContact ContactOf(Guid customerId, ContactInput input, int position, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        CustomerId = customerId,
        Name = input.Name,
        Role = input.Role,
        Phone = input.Phone,
        Email = input.Email,
        Channel = input.Channel,
        Position = position,
    };
}
