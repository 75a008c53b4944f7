using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

internal sealed class DeviceDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IDeviceDirectory
{
    /// <summary>Nobody has more devices than a page shows.</summary>
    private const int MostAtCustomer = 50;

    public async Task<Result<Page<DeviceRow>>> ListAsync(DeviceFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Narrow(context, filter, page.SearchOrNull);
        var count = await found.LongCountAsync(cancellationToken);
        var rows = count == 0 ? [] : await context.RowsOf(Sort(found, page).Skip(page.Skip).Take(page.Take)).ToListAsync(cancellationToken);
        return Page<DeviceRow>.Of(Ordered(rows, page), page, count);
    }

    public async Task<Result<DeviceRow>> GetAsync(Guid deviceId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.RowsOf(context.Set<Device>().AsNoTracking().Where(d => d.Id == deviceId)).SingleOrDefaultAsync(cancellationToken) is { } row ? row : InventoryErrors.DeviceNotFound;
    }

    public async Task<Result<DeviceRow?>> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.RowsOf(WithCode(context, code)).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<Result<Page<DeviceMovementRow>>> ListMovementsAsync(Guid deviceId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<Device>().AnyAsync(d => d.Id == deviceId, cancellationToken))
        {
            return InventoryErrors.DeviceNotFound;
        }

        var movements = context.Set<DeviceMovement>().AsNoTracking().Where(m => m.DeviceId == deviceId);
        var count = await movements.LongCountAsync(cancellationToken);
        var rows = await movements.OrderByDescending(m => m.Number).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<DeviceMovementRow>.Of(await context.RowsOfAsync(rows, cancellationToken), page, count);
    }

    public async Task<Result<IReadOnlyList<HolderRow>>> ListHoldersAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Holders().OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new HolderRow(user.Id, user.DisplayName, context.Set<Device>().Count(d => d.HolderId == user.Id))).ToListAsync(cancellationToken);
    }

    public async Task<Result<SwapSituation>> LookAsync(Guid? customerId, Guid? subscriptionId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Two are enough to know that a customer has several.
        var lines = await (
            from s in context.Set<Subscription>().AsNoTracking()
            join wanted in context.Set<DesiredAccessRecord>() on s.AccessId equals wanted.AccessId
            where subscriptionId != null ? s.Id == subscriptionId : s.CustomerId == customerId && s.Status != SubscriptionStatus.Terminated
            orderby s.Number
            select new { s.Id, s.CustomerId, s.Number, s.Username, wanted.CallerId }).Take(2).ToListAsync(cancellationToken);
        var line = lines.Count == 1 ? lines[0] : null;
        if (subscriptionId is not null && line is null)
        {
            return SubscriptionsErrors.NotFound;
        }

        var whose = line?.CustomerId ?? customerId;
        var customer = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == whose).Select(c => new { c.Id, c.Number, Name = c.CompanyName ?? c.Name }).SingleOrDefaultAsync(cancellationToken);
        if (customer is null)
        {
            return CustomersErrors.NotFound;
        }

        var devices = await context.RowsOf(context.Set<Device>().AsNoTracking().Where(d => d.CustomerId == customer.Id).OrderBy(d => d.Serial).Take(MostAtCustomer)).ToListAsync(cancellationToken);
        return new SwapSituation(
            customer.Id,
            customer.Name,
            customer.Number,
            [.. devices.OrderByDescending(d => line is not null && d.At.SubscriptionId == line.Id).ThenBy(d => d.Kind).ThenBy(d => d.Serial, StringComparer.Ordinal)],
            line?.Id,
            line?.Number,
            line?.Username,
            string.IsNullOrEmpty(line?.CallerId) ? null : line.CallerId);
    }

    /// <summary>The device whose serial number, or else whose MAC address, is what was scanned.</summary>
    internal static IQueryable<Device> WithCode(PortalDbContext context, string? code)
    {
        var (serial, mac) = (DeviceCodes.SerialOf(code), DeviceCodes.MacOf(code));
        return context.Set<Device>().AsNoTracking().Where(d => (serial != null && d.Serial == serial) || (mac != null && d.Mac == mac)).OrderByDescending(d => d.Serial == serial);
    }

    private static IQueryable<Device> Narrow(PortalDbContext context, DeviceFilter filter, string? search)
    {
        var devices = context.Set<Device>().AsNoTracking();
        devices = filter.Place is { } place ? devices.Where(d => d.Place == place) : devices.Where(d => d.Place != DevicePlace.Retired);
        if (filter.Kind is { } kind)
        {
            devices = devices.Where(d => context.Set<DeviceModel>().Any(m => m.Id == d.ModelId && m.Kind == kind));
        }

        if (filter.ModelId is { } model)
        {
            devices = devices.Where(d => d.ModelId == model);
        }

        if (filter.WarehouseId is { } warehouse)
        {
            devices = devices.Where(d => d.WarehouseId == warehouse);
        }

        if (filter.HolderId is { } holder)
        {
            devices = devices.Where(d => d.HolderId == holder);
        }

        if (filter.CustomerId is { } customer)
        {
            devices = devices.Where(d => d.CustomerId == customer);
        }

        if (filter.SubscriptionId is { } subscription)
        {
            devices = devices.Where(d => d.SubscriptionId == subscription);
        }

        if (filter.Owner is { } owner)
        {
            devices = devices.Where(d => d.Owner == owner);
        }

        if (context.CustomersWith(search) is not { } customers)
        {
            return devices;
        }

        var key = SearchKey.Of(search);
        return devices.Where(d => d.SearchKey.Contains(key) || (d.CustomerId != null && customers.Contains(d.CustomerId.Value)));
    }

    private static IQueryable<Device> Sort(IQueryable<Device> devices, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("placed", true) => devices.OrderByDescending(d => d.PlacedAtUtc).ThenByDescending(d => d.Id),
        ("placed", false) => devices.OrderBy(d => d.PlacedAtUtc).ThenBy(d => d.Id),
        (_, true) => devices.OrderByDescending(d => d.Serial),
        _ => devices.OrderBy(d => d.Serial),
    };

    /// <summary>A join keeps no order; the page is put in order again here.</summary>
    private static IReadOnlyList<DeviceRow> Ordered(List<DeviceRow> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("placed", true) => [.. rows.OrderByDescending(d => d.PlacedAtUtc)],
        ("placed", false) => [.. rows.OrderBy(d => d.PlacedAtUtc)],
        (_, true) => [.. rows.OrderByDescending(d => d.Serial, StringComparer.Ordinal)],
        _ => [.. rows.OrderBy(d => d.Serial, StringComparer.Ordinal)],
    };
}
