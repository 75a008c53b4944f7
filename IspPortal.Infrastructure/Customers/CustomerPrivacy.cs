using System.Text.Json;
using System.Text.Json.Serialization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class CustomerPrivacy(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IEnumerable<ICustomerDataPart> parts, TimeProvider clock) : ICustomerPrivacy
{
    private static readonly JsonSerializerOptions Json = new(AuditJson.Options)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<Result<PersonExport>> ExportAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersErase) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var number = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == customerId).Select(c => c.Number).SingleOrDefaultAsync(cancellationToken);
        if (number is null)
        {
            return CustomersErrors.NotFound;
        }

        var held = new SortedDictionary<string, object?>(StringComparer.Ordinal) { ["exportedAtUtc"] = clock.UtcNow() };
        await ReadAsync(context, customerId, held, cancellationToken);

        // What was taken in by a merge left its own master data behind.
        var others = new List<SortedDictionary<string, object?>>();
        foreach (var mergedId in (await PersonAsync(context, customerId, cancellationToken)).Skip(1))
        {
            others.Add(await ReadAsync(context, mergedId, new SortedDictionary<string, object?>(StringComparer.Ordinal), cancellationToken));
        }

        if (others.Count > 0)
        {
            held["merged"] = others;
        }

        context.AddAudit("person_exported", "customer", customerId.ToString(), null, null);
        await context.SaveChangesAsync(cancellationToken);
        return new PersonExport($"{number}.json", JsonSerializer.SerializeToUtf8Bytes(held, Json));
    }

    public async Task<Result> EraseAsync(Guid customerId, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(CustomersPermissions.CustomersErase) ?? CustomerWriting.RefuseReason(reason)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customer = await context.FindCustomerAsync(customerId, cancellationToken);
        if (customer is null || customer.ErasedAtUtc is not null)
        {
            return customer is null ? CustomersErrors.NotFound : CustomersErrors.Erased;
        }

        if (CustomerStatusRule.IsServed(customer.Status))
        {
            return CustomersErrors.StillServed;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var person = await PersonAsync(context, customerId, cancellationToken);
        foreach (var id in person)
        {
            if (await RefuseAsync(context, id, cancellationToken) is { } against)
            {
                return against;
            }
        }

        foreach (var id in person)
        {
            await EraseAsync(context, id, reason.Trim(), cancellationToken);
        }

        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    public async Task<Result<PersonExport>> ExportFormerOwnerAsync(Guid customerId, Guid formerOwnerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersErase) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from former in context.Set<FormerOwner>().AsNoTracking()
            join customer in context.Set<Customer>() on former.CustomerId equals customer.Id
            where former.Id == formerOwnerId && former.CustomerId == customerId
            select new { Owner = former, customer.Number }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return CustomersErrors.FormerOwnerNotFound;
        }

        var held = new SortedDictionary<string, object?>(StringComparer.Ordinal) { ["exportedAtUtc"] = clock.UtcNow() };
        foreach (var part in parts)
        {
            if (await part.ReadFormerAsync(context, found.Owner, cancellationToken) is { } data)
            {
                held[part.Name] = data;
            }
        }

        context.AddAudit("former_owner_exported", "customer", customerId.ToString(), null, null);
        await context.SaveChangesAsync(cancellationToken);
        return new PersonExport($"{found.Number}-{found.Owner.UntilOn:yyyyMMdd}.json", JsonSerializer.SerializeToUtf8Bytes(held, Json));
    }

    public async Task<Result> EraseFormerOwnerAsync(Guid customerId, Guid formerOwnerId, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(CustomersPermissions.CustomersErase) ?? CustomerWriting.RefuseReason(reason)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var owner = await context.Set<FormerOwner>().SingleOrDefaultAsync(o => o.Id == formerOwnerId && o.CustomerId == customerId, cancellationToken);
        var customer = await context.Set<Customer>().SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);
        if (owner is null || customer is null)
        {
            return CustomersErrors.FormerOwnerNotFound;
        }

        if (owner.ErasedAtUtc is not null || customer.ErasedAtUtc is not null)
        {
            return CustomersErrors.Erased;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var part in parts)
        {
            await part.EraseFormerAsync(context, owner, cancellationToken);
        }

        // A new version of the customer: of two erasures at once the second must not end, nor one that has not seen a merge.
        owner.ErasedAtUtc = customer.UpdatedAtUtc = clock.UtcNow();
        context.AddHistory(clock, customerId, CustomerHistoryKind.FormerOwnerErased, reason.Trim(), formerOwnerId: owner.Id);
        context.AddAudit("former_owner_erased", "customer", customerId.ToString(), null, null);
        context.AddEvent(new FormerOwnerErased(customerId, owner.Id));
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>The customer itself and then all that were merged into it, also by way of others.</summary>
    private static async Task<IReadOnlyList<Guid>> PersonAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        var person = new List<Guid> { customerId };
        IReadOnlyList<Guid> last = [customerId];
        while (last.Count > 0)
        {
            var found = await context.Set<Customer>().AsNoTracking().Where(c => c.MergedIntoId != null && last.Contains(c.MergedIntoId.Value)).OrderBy(c => c.Number).Select(c => c.Id).ToListAsync(cancellationToken);
            last = [.. found.Except(person)];
            person.AddRange(last);
        }

        return person;
    }

    private async Task<SortedDictionary<string, object?>> ReadAsync(PortalDbContext context, Guid customerId, SortedDictionary<string, object?> held, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            held[part.Name] = await part.ReadAsync(context, customerId, cancellationToken);
        }

        return held;
    }

    private async Task<Error?> RefuseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            if (await part.RefuseAsync(context, customerId, cancellationToken) is { } against)
            {
                return against;
            }
        }

        return null;
    }

    private async Task EraseAsync(PortalDbContext context, Guid customerId, string reason, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await part.EraseAsync(context, customerId, cancellationToken);
        }

        var customer = (await context.FindCustomerAsync(customerId, cancellationToken))!;
        customer.ErasedAtUtc ??= clock.UtcNow();
        customer.UpdatedAtUtc = clock.UtcNow();
        customer.RemovedAtUtc ??= clock.UtcNow();
        customer.RemovalReason = reason;
        context.AddHistory(clock, customerId, CustomerHistoryKind.Erased, reason);
        context.AddEvent(new CustomerErased(customerId));
    }
}
