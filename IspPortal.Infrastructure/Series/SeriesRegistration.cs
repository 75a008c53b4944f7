using IspPortal.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Series;

/// <summary>Everything the series store registers: a file beside the portal's, or tables in its PostgreSQL database.</summary>
internal static class SeriesRegistration
{
    public static IServiceCollection AddSeries(this IServiceCollection services)
    {
        services.AddSingleton<SeriesDatabase>(provider =>
        {
            var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            Directory.CreateDirectory(storage.DataDirectory);
            return storage.Provider == StorageProvider.Postgres
                ? new PostgresSeriesDatabase(storage.EffectiveConnectionString)
                : new SqliteSeriesDatabase(Path.Combine(storage.DataDirectory, "series.db"));
        });
        services.AddSingleton<SeriesStore>();
        services.AddSingleton<ISeriesStore>(provider => new ObservedSeriesStore(
            provider.GetRequiredService<SeriesStore>(), provider.GetServices<ISampleObserver>, provider.GetRequiredService<ILogger<ObservedSeriesStore>>()));
        services.AddSingleton(provider => provider.GetRequiredService<SeriesStore>().Analysis);
        services.AddSingleton(provider => provider.GetRequiredService<SeriesStore>().Usage);
        return services;
    }
}
