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

    public static string WordOf(Enum value) => value.ToString().ToLowerInvariant();

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static TEnum? EnumOf<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
