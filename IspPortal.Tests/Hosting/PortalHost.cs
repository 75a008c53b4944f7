using IspPortal.Core.Common.Live;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Tests.Hosting;

/// <summary>A host with the foundation only, over a test's database.</summary>
internal static class PortalHost
{
    public static IHost Build(StorageOptions storage, Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = storage.Provider.ToString(),
            ["Storage:ConnectionString"] = storage.ConnectionString,
            ["Storage:DataDirectory"] = storage.DataDirectory,
            ["Storage:KeysDirectory"] = storage.KeysDirectory,
            ["Storage:MigrateAtStart"] = storage.MigrateAtStart.ToString(),
        });
        builder.Services.AddPortalFoundation(builder.Configuration);
        builder.Services.TryAddSingleton<ILiveFeed, LiveFeed>();
        more?.Invoke(builder.Services);
        return builder.Build();
    }

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException(what);
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }
}
