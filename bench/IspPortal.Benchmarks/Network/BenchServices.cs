using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Benchmarks.Network;

/// <summary>The portal's own services over a migrated database, with nothing started: no job, no poll, no page.</summary>
internal static class BenchServices
{
    /// <summary>The features of the network and <paramref name="more"/>.</summary>
    public static async Task<ServiceProvider> BuildAsync(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? more = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddScoped<ICurrentActor, BenchActor>();
        services.AddPortalFoundation(configuration).AddRouterOs().AddNetwork();
        more?.Invoke(services);
        services.AddSingleton<ILiveRouters, NothingLive>();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<MigrationAtStart>().MigrateAsync(allowed: true, CancellationToken.None);
        return provider;
    }

    public static async Task<T> WithAsync<TService, T>(this IServiceProvider services, Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private sealed class BenchActor : ICurrentActor
    {
        public Actor Actor { get; } = Actor.System("bench");
    }

    private sealed class NothingLive : ILiveRouters
    {
        public RouterStatus? StatusOf(Guid routerId) => null;

        public AccessPresence PresenceOf(Guid routerId, Guid accessId) => AccessPresence.Unknown;

        public SessionRow? SessionOf(Guid routerId, Guid accessId) => null;

        public SessionRow? LastOf(Guid routerId, Guid accessId, Guid sessionId) => null;
    }
}
