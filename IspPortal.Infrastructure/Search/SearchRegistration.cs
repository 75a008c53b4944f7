using IspPortal.Core.Common.Search;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Search;

/// <summary>Everything the search registers; features add their <see cref="ISearchSource"/> themselves.</summary>
internal static class SearchRegistration
{
    public static IServiceCollection AddPortalSearch(this IServiceCollection services) => services.AddScoped<IPortalSearch, PortalSearch>();
}
