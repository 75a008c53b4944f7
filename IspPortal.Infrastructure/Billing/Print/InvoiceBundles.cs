using System.Globalization;
using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

internal sealed class InvoiceBundles(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, InvoiceBundleFiles files, IAuditWriter audit, IBusinessClock business, TimeProvider clock) : IInvoiceBundles
{
    /// <summary>One file holds no more: it is one page of the browser that prints.</summary>
    public const int Most = 300;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<Result> RequestAsync(Guid bundleId, InvoiceFilter filter, PageRequest list, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(list);
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<InvoiceBundle>().AnyAsync(b => b.Id == bundleId, cancellationToken))
        {
            return Result.Success;
        }

        var meant = (await InvoiceDirectory.NarrowAsync(context, filter, list.SearchOrNull, await business.TodayAsync(cancellationToken), cancellationToken)).Where(i => i.State != InvoiceState.Draft);
        var count = await meant.LongCountAsync(cancellationToken);
        if (count is 0 or > Most)
        {
            return count == 0 ? BundleErrors.Nothing : BundleErrors.TooMany(Most, count);
        }

        var ids = await meant.OrderBy(i => i.Number).ThenBy(i => i.Id).Take(Most).Select(i => i.Id).ToListAsync(cancellationToken);
        var now = clock.UtcNow();
        context.Add(new InvoiceBundle
        {
            Id = bundleId,
            Bills = ids.Count,
            RequestedBy = actor.Actor.Name,
            RequestedAtUtc = now,
            ExpiresAtUtc = now + Kept,
            Items = [.. ids.Select((id, at) => new InvoiceBundleItem { BundleId = bundleId, No = at + 1, InvoiceId = id })],
        });
        return await context.TrySaveAsync(BundleErrors.NotReady, cancellationToken);
    }

    public async Task<Result<InvoiceBundleRow>> GetAsync(Guid bundleId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, bundleId, cancellationToken) is { } bundle
            ? new InvoiceBundleRow(bundle.Id, bundle.State, bundle.Bills, bundle.Done, bundle.Bytes, bundle.ErrorCode, bundle.RequestedBy, bundle.RequestedAtUtc, bundle.ExpiresAtUtc)
            : BundleErrors.NotFound;
    }

    public async Task<Result<InvoiceBundleFile>> OpenAsync(Guid bundleId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, bundleId, cancellationToken) is not { } bundle)
        {
            return BundleErrors.NotFound;
        }

        if (bundle is not { State: InvoiceBundleState.Ready, StoredAs: { } storedAs } || await files.ReadAsync(storedAs, cancellationToken) is not { } content)
        {
            return BundleErrors.NotReady;
        }

        await audit.WriteAsync("exported", "invoice-bundle", bundleId.ToString(), new { bills = bundle.Bills, bytes = bundle.Bytes }, cancellationToken);
        return new InvoiceBundleFile(new MemoryStream(content, writable: false), $"bills-{bundle.RequestedAtUtc.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{bundle.Bills.ToString(CultureInfo.InvariantCulture)}.pdf");
    }

    private async Task<InvoiceBundle?> FindAsync(PortalDbContext context, Guid bundleId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return await context.Set<InvoiceBundle>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == bundleId && b.ExpiresAtUtc > now, cancellationToken);
    }
}
