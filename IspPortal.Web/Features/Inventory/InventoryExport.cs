using IspPortal.Core.Inventory;
using IspPortal.Web.Features.Inventory.Parts;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Inventory;

/// <summary>/export/inventory.csv</summary>
internal static class InventoryExport
{
    public static void MapInventoryExport(this IEndpointRouteBuilder exports) => exports.MapGet("/inventory.csv", DevicesAsync);

    private static Task<IResult> DevicesAsync(HttpContext http, ListExport export, IDeviceDirectory devices, IStringLocalizer<InventoryTexts> texts)
    {
        var filter = InventoryWords.FilterOf(key => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null);
        return export.AnswerAsync<DeviceRow>(
            http,
            "inventory",
            "serial",
            zone =>
            [
                new(texts["Serial"], row => row.Serial),
                new(texts["Mac"], row => row.Mac),
                new(texts["Kind"], row => texts["Kind." + row.Kind].Value),
                new(texts["Maker"], row => row.Maker),
                new(texts["Model"], row => row.ModelName),
                new(texts["Owner"], row => texts["Owner." + row.Owner].Value),
                new(texts["Place"], row => texts["Place." + row.At.Place].Value),
                new(texts["Warehouse"], row => row.At.WarehouseName),
                new(texts["Technician"], row => row.At.HolderName),
                new(texts["Customer"], row => row.At.CustomerName),
                new(texts["Line"], row => row.At.SubscriptionNumber),
                new($"{texts["There"]} ({zone.Id})", row => row.PlacedAtUtc),
                new(texts["Note"], row => row.Note),
            ],
            (page, cancellationToken) => devices.ListAsync(filter, page, cancellationToken));
    }
}
