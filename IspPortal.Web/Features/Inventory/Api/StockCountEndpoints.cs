using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>/api/v1/stock-counts: warehouses are counted, also by a scanner.</summary>
internal static class StockCountEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapStockCounts(this IEndpointRouteBuilder api)
    {
        var counts = api.MapGroup("/stock-counts").WithTags("Inventory");

        counts.MapGet("/", ListAsync).WithName("listStockCounts").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("List stock counts, the newest first")
            .WithDescription("While a count is open its figures stand at 0 here; reading it alone gives them as of now.")
            .AnswersPage<StockCountRow>();

        counts.MapGet("/{id}", GetAsync).WithName("getStockCount").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("Read one stock count, its figures as of now while it is open")
            .Produces<StockCountRow>().Fails(StatusCodes.Status404NotFound);

        counts.MapGet("/{id}/lines", LinesAsync).WithName("listStockCountLines").Needs(InventoryPermissions.InventoryRead)
            .WithSummary("List what a stock count says of each serial number, differences first")
            .AnswersPage<StockCountLineRow>().Fails(StatusCodes.Status404NotFound);

        counts.MapPost("/", StartAsync).WithName("startStockCount").Needs(InventoryPermissions.InventoryWrite)
            .WithSummary("Begin to count a warehouse: one count of it at a time")
            .Produces<StockCountRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        counts.MapPost("/{id}/found", FindAsync).WithName("findStock").Needs(InventoryPermissions.InventoryWrite)
            .WithSummary("Note serial numbers that were found: all of them or none")
            .WithDescription("May be sent again: what was found already is left as it is. What is wrong with a line is said at the field lines[n], counted from 1.")
            .Produces<FoundStockResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        counts.MapPost("/{id}/take-back", TakeBackAsync).WithName("takeBackStock").Needs(InventoryPermissions.InventoryWrite)
            .WithSummary("Take back what was found by mistake")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        counts.MapPost("/{id}/close", CloseAsync).WithName("closeStockCount").Needs(InventoryPermissions.InventoryWrite)
            .WithSummary("Close a stock count: the stock becomes what was found")
            .WithDescription("What is missing is retired and what was found elsewhere is brought in, each by a movement; what moved while the count was under way is left alone.")
            .Produces<StockCountRow>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        counts.MapPost("/{id}/cancel", CancelAsync).WithName("cancelStockCount").Needs(InventoryPermissions.InventoryWrite)
            .WithSummary("Give a stock count up: nothing is corrected")
            .Produces<StockCountRow>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list, [FromQuery, Description("Only counts of this warehouse.")] Guid? warehouseId, IStockCounts counts, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await counts.ListAsync(warehouseId, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> GetAsync(Guid id, IStockCounts counts, CancellationToken cancellationToken) => ApiResults.Ok(await counts.GetAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> LinesAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only serial numbers of which it says this.")] EnumWord<StockCountOutcome>? outcome,
        IStockCounts counts,
        CancellationToken cancellationToken)
    {
        var (page, wanted) = (list.Read(NoSorts), outcome.Read("outcome"));
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await counts.ListLinesAsync(id, wanted.Value, page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> StartAsync(StartCountBody body, IStockCounts counts, CancellationToken cancellationToken)
    {
        if (body.WarehouseId is not { } warehouse)
        {
            return ApiResults.Problem(ApiErrors.Field("warehouseId", "common.required"));
        }

        var started = await counts.StartAsync(warehouse, cancellationToken);
        var made = started.Succeeded ? await counts.GetAsync(started.Value, cancellationToken) : started.Error;
        return made.Succeeded ? TypedResults.Created($"/api/v1/stock-counts/{made.Value.Id}", made.Value) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> FindAsync(Guid id, FindStockBody body, IStockCounts counts, CancellationToken cancellationToken) =>
        ApiResults.Ok(await counts.FindAsync(id, body.Lines ?? [], cancellationToken), static added => new FoundStockResource(added));

    private static async Task<IResult> TakeBackAsync(Guid id, TakeBackFindBody body, IStockCounts counts, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await counts.UnfindAsync(id, body.Serial ?? "", cancellationToken));

    private static Task<IResult> CloseAsync(Guid id, EndCountBody body, IStockCounts counts, CancellationToken cancellationToken) => EndAsync(id, body, counts.CloseAsync, counts, cancellationToken);

    private static Task<IResult> CancelAsync(Guid id, EndCountBody body, IStockCounts counts, CancellationToken cancellationToken) => EndAsync(id, body, counts.CancelAsync, counts, cancellationToken);

    private static async Task<IResult> EndAsync(Guid id, EndCountBody body, Func<Guid, long, CancellationToken, Task<Result>> end, IStockCounts counts, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var done = await end(id, version, cancellationToken);
        return done.Succeeded ? await GetAsync(id, counts, cancellationToken) : ApiResults.Problem(done.Error);
    }
}
