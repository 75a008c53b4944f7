using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class CustomerEditor(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, BlindIndex blind, IEnumerable<ICustomerRemovalGuard> guards, TimeProvider clock) : ICustomerEditor
{
    private const int LongestNote = 4000;

    public async Task<Result<Guid>> AddAsync(Guid customerId, SaveCustomerRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersWrite) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        request = request.Clean();
        if ((await new SaveCustomerRequestValidator(today).ValidateAsync(request, cancellationToken)).ErrorOrNull() is { } invalid)
        {
            return invalid;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // The numbers come first: on SQLite the first statement takes the writer's turn, so that nobody waits inside a transaction that has only read.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var number = await context.TakeNumbersAsync(Customer.NumberPrefix, today, 1, cancellationToken);
        if (await context.Set<Customer>().AnyAsync(c => c.Id == customerId, cancellationToken))
        {
            return customerId;
        }

        if (await IsTakenAsync(context, customerId, request.ExternalCode, cancellationToken))
        {
            return CustomersErrors.ExternalCodeTaken;
        }

        var accountNumber = await context.TakeNumbersAsync(BillingAccount.NumberPrefix, today, 1, cancellationToken);
        context.Register(customerId, request, (number[0], accountNumber[0]), today, blind, clock);
        var saved = await context.TrySaveAsync(CustomersErrors.IdTaken, cancellationToken);
        if (!saved.Succeeded)
        {
            // Of two that were added at once, the code may have been the same and not the id.
            await transaction.RollbackAsync(cancellationToken);
            return await IsTakenAsync(context, customerId, request.ExternalCode, cancellationToken) ? CustomersErrors.ExternalCodeTaken : saved.Error;
        }

        await transaction.CommitAsync(cancellationToken);
        return customerId;
    }

    public async Task<Result> UpdateAsync(Guid customerId, long version, SaveCustomerRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersWrite) is { } denied)
        {
            return denied;
        }

        request = request.Clean();
        if ((await new SaveCustomerRequestValidator(await business.TodayAsync(cancellationToken)).ValidateAsync(request, cancellationToken)).ErrorOrNull() is { } invalid)
        {
            return invalid;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await context.FindCustomerAsync(customerId, cancellationToken);
        if (customer is null)
        {
            return CustomersErrors.NotFound;
        }

        if (customer.RemovedAtUtc is not null)
        {
            return CustomersErrors.Removed;
        }

        if (customer.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (await IsTakenAsync(context, customerId, request.ExternalCode, cancellationToken))
        {
            return CustomersErrors.ExternalCodeTaken;
        }

        var called = customer.DisplayName;
        customer.Name = request.Name;
        customer.Kind = request.Kind;
        customer.RegisteredOn = request.RegisteredOn ?? customer.RegisteredOn;
        CustomerRegistering.Fill(customer, request);
        CustomerRegistering.SetNumbers(customer, request.IdentityNumber, request.TaxId, blind);
        ReplaceContacts(context, customer, request.Contacts);
        ReplaceTags(context, customer, request.Tags);
        customer.UpdatedAtUtc = clock.UtcNow();
        await context.ReindexAsync(customer, cancellationToken);
        if (customer.DisplayName != called)
        {
            context.AddEvent(new CustomerRenamed(customerId));
        }

        return await context.TrySaveAsync(CustomersErrors.ExternalCodeTaken, cancellationToken);
    }

    public Task<Result> RemoveAsync(Guid customerId, string reason, CancellationToken cancellationToken) => CustomerWriting.RefuseReason(reason) is { } refused
        ? Task.FromResult<Result>(refused)
        : ChangeAsync(
            customerId,
            async (context, customer) =>
            {
                if (customer.RemovedAtUtc is not null)
                {
                    return CustomersErrors.Removed;
                }

                if (CustomerStatusRule.IsServed(customer.Status))
                {
                    return CustomersErrors.StillServed;
                }

                foreach (var guard in guards)
                {
                    if (await guard.RefuseAsync(context, customerId, cancellationToken) is { } against)
                    {
                        return against;
                    }
                }

                customer.RemovedAtUtc = clock.UtcNow();
                customer.RemovalReason = reason.Trim();
                context.AddHistory(clock, customerId, CustomerHistoryKind.Removed, reason.Trim());
                return null;
            },
            cancellationToken);

    public Task<Result> RestoreAsync(Guid customerId, CancellationToken cancellationToken) => ChangeAsync(
        customerId,
        (context, customer) =>
        {
            if (customer.RemovedAtUtc is null)
            {
                return CustomersErrors.NotRemoved;
            }

            if (customer.MergedIntoId is not null || customer.ErasedAtUtc is not null)
            {
                return customer.MergedIntoId is not null ? CustomersErrors.Merged : CustomersErrors.Erased;
            }

            customer.RemovedAtUtc = null;
            customer.RemovalReason = null;
            context.AddHistory(clock, customerId, CustomerHistoryKind.Restored);
            return null;
        },
        cancellationToken);

    public Task<Result> AddNoteAsync(Guid customerId, string text, CancellationToken cancellationToken)
    {
        var refused = string.IsNullOrWhiteSpace(text) ? new FieldError("text", "common.required") : text.Length > LongestNote ? new FieldError("text", "common.too_long", LongestNote) : null;
        return (refused is null ? PlainText.Refuse(text, "text") : CommonErrors.Invalid([refused])) is { } against
            ? Task.FromResult<Result>(against)
            : ChangeAsync(
                customerId,
                (context, customer) =>
                {
                    if (customer.ErasedAtUtc is not null)
                    {
                        return CustomersErrors.Erased;
                    }

                    var note = new CustomerNote { Id = Ids.New(clock), CustomerId = customerId, Text = text.Trim(), AuthorName = actor.Actor.Name, AtUtc = clock.UtcNow() };
                    context.Add(note);
                    context.AddAudit("note_added", "customer", customerId.ToString(), null, null);
                    return null;
                },
                cancellationToken);
    }

    private static Task<bool> IsTakenAsync(PortalDbContext context, Guid customerId, string? externalCode, CancellationToken cancellationToken) => externalCode is null
        ? Task.FromResult(false)
        : context.Set<Customer>().AnyAsync(c => c.ExternalCode == externalCode && c.Id != customerId, cancellationToken);

    private static void ReplaceTags(PortalDbContext context, Customer customer, IReadOnlyList<string> tags)
    {
        var gone = customer.Tags.Where(tag => !tags.Contains(tag.Tag, StringComparer.Ordinal)).ToList();
        var added = tags.Except(customer.Tags.Select(tag => tag.Tag), StringComparer.Ordinal).ToList();
        if (gone.Count + added.Count > 0)
        {
            context.AddAudit("tags_changed", "customer", customer.Id.ToString(), AuditOf(customer.Tags.Select(tag => tag.Tag)), AuditOf(tags));
        }

        context.RemoveRange(gone);
        context.AddRange(added.Select(tag => new CustomerTag { CustomerId = customer.Id, Tag = tag }));
    }

    private static string AuditOf(IEnumerable<string> tags) => JsonSerializer.Serialize(new { tags = string.Join(", ", tags.Order(StringComparer.Ordinal)) }, AuditJson.Options);

    private void ReplaceContacts(PortalDbContext context, Customer customer, IReadOnlyList<ContactInput> contacts)
    {
        var kept = contacts.Select(input => input.Id).ToHashSet();
        foreach (var contact in customer.Contacts.Where(contact => !kept.Contains(contact.Id)).ToList())
        {
            customer.Contacts.Remove(contact);
            context.Remove(contact);
        }

        foreach (var (position, input) in contacts.Index())
        {
            if (customer.Contacts.Find(contact => contact.Id == input.Id) is not { } contact)
            {
                contact = CustomerRegistering.ContactOf(customer.Id, input, position, clock);
                customer.Contacts.Add(contact);
                context.Add(contact);
            }

            (contact.Name, contact.Role, contact.Phone, contact.Email, contact.Channel, contact.Position) = (input.Name, input.Role, input.Phone, input.Email, input.Channel, position);
        }
    }

    private Task<Result> ChangeAsync(Guid customerId, Func<PortalDbContext, Customer, Error?> change, CancellationToken cancellationToken) =>
        ChangeAsync(customerId, (context, customer) => Task.FromResult(change(context, customer)), cancellationToken);

    private async Task<Result> ChangeAsync(Guid customerId, Func<PortalDbContext, Customer, Task<Error?>> change, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await context.Set<Customer>().SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);
        if (customer is null)
        {
            return CustomersErrors.NotFound;
        }

        return await change(context, customer) is { } refused ? refused : await context.TrySaveAsync(null, cancellationToken);
    }
}
