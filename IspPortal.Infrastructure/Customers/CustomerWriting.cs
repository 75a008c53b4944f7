using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>What every writer of customers does alike.</summary>
internal static class CustomerWriting
{
    public const int LongestReason = 500;

    /// <summary>The customer with contacts, tags and accounts, to be changed; null when there is none.</summary>
    public static Task<Customer?> FindCustomerAsync(this PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        context.Set<Customer>().Include(c => c.Contacts).Include(c => c.Tags).Include(c => c.Accounts).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);

    public static void AddHistory(
        this PortalDbContext context, TimeProvider clock, Guid customerId, CustomerHistoryKind kind, string? reason = null, string? other = null, CustomerStatus? from = null, CustomerStatus? to = null,
        Guid? formerOwnerId = null) =>
        context.Add(new CustomerHistoryEntry
        {
            Id = Ids.New(clock),
            CustomerId = customerId,
            FormerOwnerId = formerOwnerId,
            AtUtc = clock.UtcNow(),
            Kind = kind,
            From = from,
            To = to,
            Other = other,
            Reason = reason,
            ActorName = context.Actor.Name,
        });

    /// <summary>What is wrong with a reason that somebody must give, or null.</summary>
    public static Error? RefuseReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")])
        : reason.Length > LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)])
        : PlainText.Refuse(reason);
}
