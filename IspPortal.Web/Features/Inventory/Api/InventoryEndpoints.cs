using System.ComponentModel;
using IspPortal.Core.Inventory;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>/api/v1/inventory-items, and what one needs to name in it: models and warehouses.</summary>
internal static class InventoryEndpoints
{
    private static readonly string[] Sorts = ["serial", "placed"];
    private static readonly string[] NoSorts = [];

    public static void MapInventory(this IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/inventory-items").WithTags("Inventory");

        items.MapGet("/", ListAsync).WithName("listInventoryItems").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("List devices by serial number")
            .WithDescription("Search finds parts of serial number and MAC address, and all by which customers are found. Sorts: serial, placed. Retired devices come only with place=retired.")
            .AnswersPage<DeviceRow>();

        items.MapGet("/{id}", GetAsync).WithName("getInventoryItem").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("Read one device")
            .Produces<DeviceRow>().Fails(StatusCodes.Status404NotFound);

        items.MapGet("/{id}/movements", MovementsAsync).WithName("listInventoryMovements").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("List where a device was, the newest movement first")
            .AnswersPage<DeviceMovementRow>();

        items.MapPost("/", ReceiveAsync).WithName("receiveInventoryItems").Needs(InventoryPermissions.InventoryWrite)
            .WithSummary("Take devices in: all of them or none")
            .WithDescription("What is wrong with a line is said at the field lines[n], counted from 1.")
            .Produces<IReadOnlyList<ReceivedDevice>>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        items.MapPut("/{id}", ChangeAsync).WithName("changeInventoryItem").Needs(InventoryPermissions.InventoryWrite)
            .WithSummary("Change what is said about a device")
            .Produces<DeviceRow>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        items.MapPost("/{id}/move", MoveAsync).WithName("moveInventoryItem").Needs(InventoryPermissions.InventoryMove)
            .WithSummary("Move a device")
            .WithDescription("Retiring, and reaching into the van of somebody else, needs inventory.write too.")
            .Produces<DeviceRow>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        items.MapPost("/swap", SwapAsync).WithName("swapInventoryItem").Needs(InventoryPermissions.InventorySwap).NeedsIdempotencyKey()
            .WithSummary("Replace a device at a customer")
            .WithDescription("In one transaction: the old device to the faulty returns, the new one to the customer, and a line that is bound to a device is bound to the new one. Its router is told afterwards.")
            .Produces<SwappedDevices>().Fails(StatusCodes.Status404NotFound);

        api.MapGet("/inventory-models", ModelsAsync).WithTags("Inventory").WithName("listInventoryModels").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("List models of devices")
            .AnswersPage<DeviceModelRow>();

        api.MapGet("/warehouses", WarehousesAsync).WithTags("Inventory").WithName("listWarehouses").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("List warehouses")
            .AnswersPage<WarehouseRow>();
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only devices for that use.")] EnumWord<DeviceKind>? kind,
        [FromQuery, Description("Only devices of this model.")] Guid? modelId,
        [FromQuery, Description("Only devices in that sort of place.")] EnumWord<DevicePlace>? place,
        [FromQuery, Description("Only devices in this warehouse.")] Guid? warehouseId,
        [FromQuery, Description("Only devices in the van of this user.")] Guid? holderId,
        [FromQuery, Description("Only devices at this customer.")] Guid? customerId,
        [FromQuery, Description("Only devices that serve this subscription.")] Guid? subscriptionId,
        [FromQuery, Description("Only devices that belong to whom.")] EnumWord<DeviceOwner>? owner,
        IDeviceDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var (wantedKind, wantedPlace, wantedOwner) = (kind.Read("kind"), place.Read("place"), owner.Read("owner"));
        return (page.Error ?? wantedKind.Error ?? wantedPlace.Error ?? wantedOwner.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(
                await directory.ListAsync(new DeviceFilter(wantedKind.Value, modelId, wantedPlace.Value, warehouseId, holderId, customerId, subscriptionId, wantedOwner.Value), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IDeviceDirectory directory, CancellationToken cancellationToken) => ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> MovementsAsync(Guid id, [AsParameters] ListParameters list, IDeviceDirectory directory, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await directory.ListMovementsAsync(id, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> ReceiveAsync(ReceiveItemsBody body, IDeviceDesk desk, CancellationToken cancellationToken)
    {
        if (body.ModelId is null)
        {
            return ApiResults.Problem(ApiErrors.Field("modelId", "common.required"));
        }

        var received = await desk.ReceiveAsync(body.ToRequest(), cancellationToken);
        return received.Succeeded ? TypedResults.Created($"/api/v1/inventory-items/{received.Value[0].Id}", received.Value) : ApiResults.Problem(received.Error);
    }

    private static async Task<IResult> ChangeAsync(Guid id, ChangeItemBody body, IDeviceDesk desk, IDeviceDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version || body.ModelId is not { } model || body.Owner is not { } owner)
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : body.ModelId is null ? "modelId" : "owner", "common.required"));
        }

        var done = await desk.ChangeAsync(id, version, new ChangeDeviceRequest(model, body.Serial ?? "", body.Mac, owner, body.Note), cancellationToken);
        return done.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(done.Error);
    }

    private static async Task<IResult> MoveAsync(Guid id, MoveItemBody body, IDeviceDesk desk, IDeviceDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version || body.Place is not { } place)
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : "place", "common.required"));
        }

        var done = await desk.MoveAsync(id, version, new MoveDeviceRequest(new DeviceSpot(place, body.WarehouseId, body.HolderId, body.CustomerId, body.SubscriptionId), body.Reason), cancellationToken);
        return done.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(done.Error);
    }

    private static async Task<IResult> SwapAsync(SwapItemBody body, IDeviceDesk desk, CancellationToken cancellationToken) => body.CustomerId is null
        ? ApiResults.Problem(ApiErrors.Field("customerId", "common.required"))
        : ApiResults.Ok(await desk.SwapAsync(body.ToRequest(), cancellationToken), static swapped => swapped);

    private static async Task<IResult> ModelsAsync(
        [AsParameters] ListParameters list, [FromQuery, Description("Only models for that use.")] EnumWord<DeviceKind>? kind, IInventoryCatalog catalog, CancellationToken cancellationToken)
    {
        var (page, wanted) = (list.Read(NoSorts), kind.Read("kind"));
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await catalog.ListModelsAsync(wanted.Value, null, page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> WarehousesAsync([AsParameters] ListParameters list, IInventoryCatalog catalog, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await catalog.ListWarehousesAsync(null, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }
}
