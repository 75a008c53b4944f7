using IspPortal.Core.Mapping.Live;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>What the live map reads.</summary>
internal sealed class MapCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["LineAtlas"] = services => services.GetRequiredService<IMapView>().WholeAsync(Token),
    };
}
