using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

internal sealed class InventoryCatalog(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IInventoryCatalog
{
    private const int LongestKey = 256;

    public async Task<Result<Page<DeviceModelRow>>> ListModelsAsync(DeviceKind? kind, bool? isRetired, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var models = context.Set<DeviceModel>().AsNoTracking();
        if (kind is { } wanted)
        {
            models = models.Where(m => m.Kind == wanted);
        }

        if (isRetired is { } retired)
        {
            models = models.Where(m => m.IsRetired == retired);
        }

        if (page.SearchOrNull is { } search)
        {
            var key = SearchKey.Of(search);
            models = models.Where(m => m.SearchKey.Contains(key));
        }

        var count = await models.LongCountAsync(cancellationToken);
        var devices = context.Set<Device>();
        var rows = await models.OrderBy(m => m.SearchKey).Skip(page.Skip).Take(page.Take)
            .Select(m => new DeviceModelRow(
                m.Id,
                m.Kind,
                m.Maker,
                m.Name,
                m.IsRetired,
                devices.Count(d => d.ModelId == m.Id && d.Place != DevicePlace.Retired),
                devices.Count(d => d.ModelId == m.Id && d.Place == DevicePlace.Warehouse),
                m.Version)).ToListAsync(cancellationToken);
        return Page<DeviceModelRow>.Of(rows, page, count);
    }

    public async Task<Result> SaveModelAsync(Guid modelId, long version, SaveDeviceModelRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        var wrong = JudgeName("maker", request.Maker).Concat(JudgeName("name", request.Name)).Concat(PlainText.Judge(request)).ToList();
        if (!Enum.IsDefined(request.Kind))
        {
            wrong.Add(new FieldError("kind", "common.not_allowed"));
        }

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var model = await context.Set<DeviceModel>().SingleOrDefaultAsync(m => m.Id == modelId, cancellationToken);
        if ((model?.Version ?? 0) != version)
        {
            return model is null ? InventoryErrors.ModelNotFound : CommonErrors.VersionConflict;
        }

        var (maker, name) = (request.Maker.Trim(), request.Name.Trim());
        var key = SearchKey.Cut(SearchKey.Of(maker, name), LongestKey);
        if (await context.Set<DeviceModel>().AnyAsync(m => m.SearchKey == key && m.Id != modelId, cancellationToken))
        {
            return InventoryErrors.ModelTaken;
        }

        if (model is null)
        {
            context.Add(new DeviceModel { Id = modelId, Kind = request.Kind, Maker = maker, Name = name, SearchKey = key, IsRetired = request.IsRetired });
        }
        else
        {
            (model.Kind, model.Maker, model.Name, model.SearchKey, model.IsRetired) = (request.Kind, maker, name, key, request.IsRetired);
        }

        return await context.TrySaveAsync(InventoryErrors.ModelTaken, cancellationToken);
    }

    public async Task<Result<Page<WarehouseRow>>> ListWarehousesAsync(bool? isClosed, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var warehouses = context.Set<Warehouse>().AsNoTracking();
        if (isClosed is { } closed)
        {
            warehouses = warehouses.Where(w => w.IsClosed == closed);
        }

        if (page.SearchOrNull is { } search)
        {
            var key = SearchKey.Of(search);
            warehouses = warehouses.Where(w => w.SearchKey.Contains(key));
        }

        var count = await warehouses.LongCountAsync(cancellationToken);
        var rows = await warehouses.OrderBy(w => w.SearchKey).Skip(page.Skip).Take(page.Take)
            .Select(w => new WarehouseRow(w.Id, w.Name, w.Address, w.IsClosed, context.Set<Device>().Count(d => d.WarehouseId == w.Id), w.Version)).ToListAsync(cancellationToken);
        return Page<WarehouseRow>.Of(rows, page, count);
    }

    public async Task<Result> SaveWarehouseAsync(Guid warehouseId, long version, SaveWarehouseRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        var wrong = JudgeName("name", request.Name).Concat(PlainText.Judge(request)).ToList();
        if (request.Address?.Length > DeviceWriting.LongestAddress)
        {
            wrong.Add(new FieldError("address", "common.too_long", DeviceWriting.LongestAddress));
        }

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var warehouse = await context.Set<Warehouse>().SingleOrDefaultAsync(w => w.Id == warehouseId, cancellationToken);
        if ((warehouse?.Version ?? 0) != version)
        {
            return warehouse is null ? InventoryErrors.WarehouseNotFound : CommonErrors.VersionConflict;
        }

        var name = request.Name.Trim();
        var key = SearchKey.Cut(SearchKey.Of(name), LongestKey);
        if (await context.Set<Warehouse>().AnyAsync(w => w.SearchKey == key && w.Id != warehouseId, cancellationToken))
        {
            return InventoryErrors.WarehouseTaken;
        }

        // Who brings something in at this moment has been waited for when the devices are counted.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (request.IsClosed)
        {
            await context.HoldOpenAsync(warehouseId, cancellationToken);
            if (await context.Set<Device>().CountAsync(d => d.WarehouseId == warehouseId, cancellationToken) is > 0 and var devices)
            {
                return InventoryErrors.WarehouseNotEmpty(devices);
            }
        }

        if (warehouse is null)
        {
            context.Add(new Warehouse { Id = warehouseId, Name = name, SearchKey = key, Address = CustomerText.OrNull(request.Address), IsClosed = request.IsClosed });
        }
        else
        {
            (warehouse.Name, warehouse.SearchKey, warehouse.Address, warehouse.IsClosed) = (name, key, CustomerText.OrNull(request.Address), request.IsClosed);
        }

        var saved = await context.TrySaveAsync(InventoryErrors.WarehouseTaken, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private static IEnumerable<FieldError> JudgeName(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > DeviceWriting.LongestName)
        {
            yield return string.IsNullOrWhiteSpace(text) ? new FieldError(field, "common.required") : new FieldError(field, "common.too_long", DeviceWriting.LongestName);
        }
    }
}
