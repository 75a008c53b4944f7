using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>Everything the RouterOS client registers.</summary>
internal static class RouterOsRegistration
{
    public static IServiceCollection AddRouterOs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RouterOsOptions>()
            .BindConfiguration(RouterOsOptions.Section)
            .Validate(o => o.ConnectTimeout > TimeSpan.Zero && o.Silence > TimeSpan.Zero && o.Total > TimeSpan.Zero, "RouterOs: ConnectTimeout, Silence and Total must be longer than zero.")
            .Validate(o => o.MaxInFlight is >= 1 and <= 16, "RouterOs: MaxInFlight must be between 1 and 16.")
            .Validate(o => o.StreamBacklog >= 1, "RouterOs: StreamBacklog must be at least 1.")
            .ValidateOnStart();
        services.AddSingleton<IRouterOsPool, RouterOsPool>();
        return services;
    }
}
