using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Inventory.Parts;

/// <summary>Small forms that the pages of the inventory share.</summary>
internal static class InventoryWords
{
    /// <summary>The list's filters as the address of its page has them.</summary>
    public static DeviceFilter FilterOf(Func<string, string?> valueOf) => new(
        EnumOf<DeviceKind>(valueOf("kind")),
        IdOf(valueOf("model")),
        EnumOf<DevicePlace>(valueOf("place")),
        IdOf(valueOf("warehouse")),
        IdOf(valueOf("van")),
        IdOf(valueOf("customer")),
        IdOf(valueOf("subscription")),
        EnumOf<DeviceOwner>(valueOf("owner")));

    /// <summary>A place in words: which warehouse, whose van, at whom.</summary>
    public static string SpotOf(this IStringLocalizer<InventoryTexts> texts, DeviceSpotRow spot) => spot.Place switch
    {
        DevicePlace.Warehouse => spot.WarehouseName ?? texts["Place.Warehouse"],
        DevicePlace.Van => texts["VanOf", spot.HolderName ?? ""],
        DevicePlace.Customer => spot.CustomerName ?? texts["Place.Customer"],
        _ => texts["Place." + spot.Place],
    };

    public static string IconOf(DevicePlace place) => place switch
    {
        DevicePlace.Warehouse => "warehouse",
        DevicePlace.Van => "local_shipping",
        DevicePlace.Customer => "home",
        DevicePlace.FaultyReturns => "build",
        _ => "delete",
    };

    public static Tone ToneOf(DevicePlace place) => place switch
    {
        DevicePlace.Warehouse or DevicePlace.Van => Tone.Good,
        DevicePlace.Customer => Tone.Info,
        DevicePlace.FaultyReturns => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(StockCountOutcome outcome) => outcome switch
    {
        StockCountOutcome.Matched => Tone.Good,
        StockCountOutcome.Missing or StockCountOutcome.Unknown => Tone.Bad,
        StockCountOutcome.Misplaced => Tone.Warning,
        _ => Tone.Info,
    };

    public static Tone ToneOf(StockCountState state) => state switch
    {
        StockCountState.Open => Tone.Info,
        StockCountState.Closed => Tone.Good,
        _ => Tone.Neutral,
    };

    /// <summary>Models that may still be received, as choices.</summary>
    public static async Task<Result<Page<PickOption>>> FindModelsAsync(this IInventoryCatalog catalog, PageRequest page, CancellationToken cancellationToken) =>
        (await catalog.ListModelsAsync(null, isRetired: false, page, cancellationToken)).PickFrom(model => new PickOption(model.Id.ToString(), model.FullName));

    /// <summary>Warehouses into which something may come, as choices.</summary>
    public static async Task<Result<Page<PickOption>>> FindWarehousesAsync(this IInventoryCatalog catalog, PageRequest page, CancellationToken cancellationToken) =>
        (await catalog.ListWarehousesAsync(isClosed: false, page, cancellationToken)).PickFrom(warehouse => new PickOption(warehouse.Id.ToString(), warehouse.Name, warehouse.Address));

    /// <summary>A page of rows as choices.</summary>
    public static Result<Page<PickOption>> PickFrom<TRow>(this Result<Page<TRow>> found, Func<TRow, PickOption> option) => found.Succeeded
        ? new Page<PickOption>([.. found.Value.Items.Select(option)], found.Value.PageNumber, found.Value.PageSize, found.Value.TotalCount)
        : found.Error;

    public static string WordOf(Enum value) => value.ToString().ToLowerInvariant();

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static TEnum? EnumOf<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
