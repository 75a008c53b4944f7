using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Infrastructure.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Inventory;

/// <summary>Everything the inventory registers. Needs AddSubscriptions, whose lines a swap binds anew.</summary>
internal static class InventoryRegistration
{
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        services.AddScoped<IDeviceDirectory, DeviceDirectory>();
        services.AddScoped<IDeviceDesk, DeviceDesk>();
        services.AddScoped<DeviceSwapper>();
        services.AddScoped<IInventoryCatalog, InventoryCatalog>();
        services.AddScoped<IStockCounts, StockCounts>();
        services.AddSingleton<ICustomerMergePart, DeviceMergePart>();
        services.AddSingleton<ICustomerDataPart, DeviceDataPart>();
        services.AddScoped<ITimelineSource, DeviceTimeline>();
        services.AddScoped<ISearchSource, DeviceSearch>();
        services.AddScoped<IAuditNames, InventoryAuditNames>();
        return services;
    }
}
