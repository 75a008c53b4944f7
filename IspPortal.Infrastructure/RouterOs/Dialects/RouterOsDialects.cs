using IspPortal.Infrastructure.RouterOs.Dialects.V6;
using IspPortal.Infrastructure.RouterOs.Dialects.V7;

namespace IspPortal.Infrastructure.RouterOs.Dialects;

internal static class RouterOsDialects
{
    /// <summary>The dialect of that version; of version 7 without its later additions when unknown.</summary>
    public static IRouterOsDialect For(RouterOsVersion? version) => version switch
    {
        null => new RouterOs7Dialect(new RouterOsVersion(7, 1)),
        { Major: < 7 } => new RouterOs6Dialect(),
        _ => new RouterOs7Dialect(version),
    };
}
