using System.Globalization;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class CustomerTransfer(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IEnumerable<ICustomerTransferGuard> guards, IEnumerable<ICustomerDataPart> parts, IBusinessClock business, BlindIndex blind, TimeProvider clock) : ICustomerTransfer
{
    public async Task<Result> TransferAsync(Guid customerId, long version, TransferCustomerRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersMerge) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        var person = PersonOf(request).Clean();
        if (await RefuseAsync(request, person, today, cancellationToken) is { } invalid)
        {
            return invalid;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await context.FindCustomerAsync(customerId, cancellationToken);
        if (customer is null || customer.RemovedAtUtc is not null)
        {
            return customer is null ? CustomersErrors.NotFound : CustomersErrors.Removed;
        }

        if (customer.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var last = await context.Set<FormerOwner>().Where(o => o.CustomerId == customerId).OrderByDescending(o => o.UntilOn).Select(o => (DateOnly?)o.UntilOn).FirstOrDefaultAsync(cancellationToken);
        if (request.OnDay < (last ?? customer.RegisteredOn))
        {
            return CommonErrors.Invalid([new FieldError("onDay", "customers.before_last_transfer", (last ?? customer.RegisteredOn).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);
        }

        foreach (var guard in guards)
        {
            if (await guard.RefuseAsync(customerId, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        var owner = FormerOwnerOf(customer, request.OnDay);
        context.Add(owner);
        foreach (var part in parts)
        {
            await part.HandOverAsync(context, owner, cancellationToken);
        }

        Become(customer, person);
        await context.ReindexAsync(customer, cancellationToken);
        context.AddHistory(clock, customerId, CustomerHistoryKind.Transferred, request.Reason.Trim(), formerOwnerId: owner.Id);
        context.AddEvent(new CustomerTransferred(customerId));
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private static SaveCustomerRequest PersonOf(TransferCustomerRequest request) => new(request.Name, request.Kind)
    {
        CompanyName = request.CompanyName,
        Email = request.Email,
        Phone = request.Phone,
        TaxId = request.TaxId,
        IdentityNumber = request.IdentityNumber,
    };

    private static async Task<Error?> RefuseAsync(TransferCustomerRequest request, SaveCustomerRequest person, DateOnly today, CancellationToken cancellationToken)
    {
        var invalid = (await new SaveCustomerRequestValidator(today).ValidateAsync(person, cancellationToken)).ErrorOrNull();
        var wrong = new List<FieldError>(invalid?.Fields ?? []);
        wrong.AddRange(CustomerWriting.RefuseReason(request.Reason)?.Fields ?? []);
        if (request.OnDay > today || request.OnDay.Year < 1990)
        {
            wrong.Add(new FieldError("onDay", "customers.day_ahead"));
        }

        return wrong.Count == 0 ? null : CommonErrors.Invalid(wrong);
    }

    private FormerOwner FormerOwnerOf(Customer customer, DateOnly untilOn) => new()
    {
        Id = Ids.New(clock),
        CustomerId = customer.Id,
        Name = customer.Name,
        CompanyName = customer.CompanyName,
        Kind = customer.Kind,
        Phone = customer.Phone,
        Email = customer.Email,
        TaxId = customer.TaxId,
        TaxIdHash = customer.TaxIdHash,
        IdentityNumber = customer.IdentityNumber,
        IdentityHash = customer.IdentityHash,
        UntilOn = untilOn,
        HandedOverAtUtc = clock.UtcNow(),
    };

    private void Become(Customer customer, SaveCustomerRequest person)
    {
        foreach (var account in customer.Accounts.Where(account => account.Name == customer.DisplayName))
        {
            account.Name = person.CompanyName ?? person.Name;
            account.SearchKey = BillingAccountDesk.KeyOf(account.Name);
        }

        customer.Name = person.Name;
        customer.CompanyName = person.CompanyName;
        customer.Kind = person.Kind;
        customer.Phone = person.Phone;
        customer.Email = person.Email;
        CustomerRegistering.SetNumbers(customer, person.IdentityNumber ?? "", person.TaxId ?? "", blind);
        customer.BirthOn = null;
        customer.Gender = null;
        customer.UpdatedAtUtc = clock.UtcNow();
    }
}
