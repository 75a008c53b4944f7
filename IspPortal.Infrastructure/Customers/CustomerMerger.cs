using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class CustomerMerger(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IEnumerable<ICustomerMergePart> parts, TimeProvider clock) : ICustomerMerge
{
    /// <summary>Fields that the survivor takes over where it has none.</summary>
    private static readonly (string Field, Func<Customer, object?> Read, Action<Customer, Customer> Copy)[] Fillable =
    [
        // Unique: it goes over, and is not copied.
        ("externalCode", c => c.ExternalCode, (to, from) => (to.ExternalCode, from.ExternalCode) = (from.ExternalCode, null)),
        ("companyName", c => c.CompanyName, (to, from) => to.CompanyName = from.CompanyName),
        ("email", c => c.Email, (to, from) => to.Email = from.Email),
        ("phone", c => c.Phone, (to, from) => to.Phone = from.Phone),
        ("street", c => c.Street, (to, from) => (to.Street, to.Village, to.District) = (from.Street, to.Village ?? from.Village, to.District ?? from.District)),
        ("city", c => c.City, (to, from) => (to.City, to.Province, to.PostalCode) = (from.City, to.Province ?? from.Province, to.PostalCode ?? from.PostalCode)),
        ("latitude", c => c.Latitude, (to, from) => (to.Latitude, to.Longitude) = (from.Latitude, from.Longitude)),
        ("taxId", c => c.TaxIdHash, (to, from) => (to.TaxId, to.TaxIdHash) = (from.TaxId, from.TaxIdHash)),
        ("identityNumber", c => c.IdentityHash, (to, from) => (to.IdentityNumber, to.IdentityHash) = (from.IdentityNumber, from.IdentityHash)),
        ("birthOn", c => c.BirthOn, (to, from) => to.BirthOn = from.BirthOn),
        ("gender", c => c.Gender, (to, from) => to.Gender = from.Gender),
    ];

    public async Task<Result<MergePreview>> PreviewAsync(Guid mergedId, Guid survivorId, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersMerge) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pair = await FindAsync(context, mergedId, survivorId, cancellationToken);
        if (!pair.Succeeded)
        {
            return pair.Error;
        }

        var moves = new List<MergePart>();
        foreach (var part in parts)
        {
            moves.AddRange(await part.CountAsync(context, mergedId, cancellationToken));
        }

        var (merged, survivor) = pair.Value;
        return new MergePreview(
            CustomerDirectory.RowOf(merged), CustomerDirectory.RowOf(survivor), moves.FindAll(move => move.Count > 0), [.. ToFill(merged, survivor).Select(field => field.Field)]);
    }

    public async Task<Result> MergeAsync(Guid mergedId, Guid survivorId, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Deny(CustomersPermissions.CustomersMerge) ?? CustomerWriting.RefuseReason(reason)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var pair = await FindAsync(context, mergedId, survivorId, cancellationToken);
        if (!pair.Succeeded)
        {
            return pair.Error;
        }

        var (merged, survivor) = pair.Value;
        foreach (var (_, _, copy) in ToFill(merged, survivor).ToList())
        {
            copy(survivor, merged);
        }

        foreach (var part in parts)
        {
            await part.MoveAsync(context, merged, survivor, cancellationToken);
        }

        survivor.RegisteredOn = merged.RegisteredOn < survivor.RegisteredOn ? merged.RegisteredOn : survivor.RegisteredOn;
        // The lines have moved: who of the two was further along is what the survivor is until its lines are counted again.
        survivor.Status = merged.Status == CustomerStatus.Active || (merged.Status == CustomerStatus.Suspended && survivor.Status != CustomerStatus.Active) ? merged.Status : survivor.Status;
        merged.Status = CustomerStatus.Terminated;
        merged.MergedIntoId = survivor.Id;
        merged.RemovedAtUtc = clock.UtcNow();
        merged.RemovalReason = reason.Trim();
        survivor.UpdatedAtUtc = merged.UpdatedAtUtc = clock.UtcNow();
        context.AddHistory(clock, survivor.Id, CustomerHistoryKind.TookIn, reason.Trim(), merged.Number);
        context.AddHistory(clock, merged.Id, CustomerHistoryKind.MergedAway, reason.Trim(), survivor.Number);
        await context.ReindexAsync(survivor, cancellationToken);
        await context.ReindexAsync(merged, cancellationToken);
        context.AddEvent(new CustomerMerged(survivor.Id, merged.Id));
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private static IEnumerable<(string Field, Func<Customer, object?> Read, Action<Customer, Customer> Copy)> ToFill(Customer merged, Customer survivor) =>
        Fillable.Where(field => field.Read(survivor) is null && field.Read(merged) is not null);

    private static async Task<Result<(Customer Merged, Customer Survivor)>> FindAsync(PortalDbContext context, Guid mergedId, Guid survivorId, CancellationToken cancellationToken)
    {
        if (mergedId == survivorId)
        {
            return CustomersErrors.SameCustomer;
        }

        var merged = await context.FindCustomerAsync(mergedId, cancellationToken);
        var survivor = await context.FindCustomerAsync(survivorId, cancellationToken);
        return merged is null || survivor is null ? CustomersErrors.NotFound
            : merged.RemovedAtUtc is not null || survivor.RemovedAtUtc is not null ? CustomersErrors.Removed
            : (merged, survivor);
    }
}
