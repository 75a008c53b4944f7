using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence.Backup;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>Everything persistence registers.</summary>
internal static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .PostConfigure(MakeAbsolute)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddDataProtection().SetApplicationName("IspPortal");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(storage.Value.KeysPath), loggers));
        services.AddSingleton<SecretProtector>();
        services.AddSingleton<BlindIndex>();

        services.AddSingleton<OutboxWake>();
        services.AddSingleton<EventCatalog>();
        services.AddSingleton<PortalContextServices>();
        services.AddSingleton(provider => new PortalContextSource(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value,
            provider.GetRequiredService<PortalContextServices>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddScoped<IDbContextFactory<PortalDbContext>, PortalDbContextFactory>();
        // ASP.NET Core Identity's stores take the context itself.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());

        services.TryAddScoped<CurrentActor>();
        services.TryAddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());
        services.AddSingleton<MigrationAtStart>();
        services.AddHostedService(provider => provider.GetRequiredService<MigrationAtStart>());
        services.AddSingleton<PortalBackup>();
        return services;
    }

    /// <summary>Against the working directory, not the program's: data must outlive a new build.</summary>
    private static void MakeAbsolute(StorageOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            options.DataDirectory = Path.GetFullPath(options.DataDirectory);
        }

        if (!string.IsNullOrWhiteSpace(options.KeysDirectory))
        {
            options.KeysDirectory = Path.GetFullPath(options.KeysDirectory);
        }
    }
}
