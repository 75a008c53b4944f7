using IspPortal.Web.Features.Dashboards.Parts;
using IspPortal.Web.Features.Routers.Parts;
using IspPortal.Web.Shared.Errors;
using IspPortal.Web.Shared.Export;
using IspPortal.Web.Shared.Formatting;
using IspPortal.Web.Shared.Grid;
using IspPortal.Web.Shared.Live;
using IspPortal.Web.Shared.Maps;
using IspPortal.Web.Shared.Navigation;
using IspPortal.Web.Shared.Reader;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IspPortal.Web.Shared;

/// <summary>Services of the shared parts; all of them belong to one circuit.</summary>
internal static class SharedPartsRegistration
{
    public static IServiceCollection AddSharedParts(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PageIndex>();
        services.AddScoped<CurrentReader>();
        services.AddScoped<ReaderFormat>();
        services.AddScoped<ErrorText>();
        services.AddScoped<RenderClock>();
        services.AddScoped<RouterPlaces>();
        services.AddScoped<UrlState>();
        services.AddScoped<ListExport>();
        services.AddScoped<PreparedRouter>();
        services.AddScoped<WidgetWords>();
        return services;
    }
}
