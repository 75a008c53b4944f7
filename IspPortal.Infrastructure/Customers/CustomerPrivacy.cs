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
        foreach (var part in parts)
        {
            held[part.Name] = await part.ReadAsync(context, customerId, cancellationToken);
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
        foreach (var part in parts)
        {
            await part.EraseAsync(context, customerId, cancellationToken);
        }

        customer.ErasedAtUtc = customer.UpdatedAtUtc = clock.UtcNow();
        customer.RemovedAtUtc ??= clock.UtcNow();
        customer.RemovalReason = reason.Trim();
        context.AddHistory(clock, customerId, CustomerHistoryKind.Erased, reason.Trim());
        context.AddEvent(new CustomerErased(customerId));
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}
