using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>The schedulers, and how features register jobs.</summary>
internal static class HostingRegistration
{
    private const int CollectionWorkers = 128;
    private const int WorkWorkers = 8;

    public static IServiceCollection AddPortalHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PortalAddressOptions>()
            .Bind(configuration.GetSection(PortalAddressOptions.Section))
            .Validate(options => PortalAddressOptions.IsAddress(options.PublicAddress), "Portal:PublicAddress must be an address such as https://portal.example.net.")
            .ValidateOnStart();
        services.AddSingleton<PortalAddress>();
        services.AddSingleton<JobCatalog>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<PortalSchedulers>();
        services.AddSingleton<IJobPlanner, JobPlanner>();
        services.AddScoped<IJobDirectory, JobDirectory>();

        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        services.AddQuartz(QuartzPlans.Collection, quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(CollectionWorkers);
        });
        services.AddQuartz(QuartzPlans.Work, quartz =>
        {
            quartz.UseDefaultThreadPool(WorkWorkers);
            UseStore(quartz, storage);
        });
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<DataDirectoryHealthCheck>("data-directory")
            .AddQuartz(QuartzPlans.Collection)
            .AddQuartz(QuartzPlans.Work);
        services.AddHostedService<JobScheduling>();
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Registers a job and its schedule. Per-subject jobs are started through <see cref="IJobPlanner"/>.</summary>
    public static IServiceCollection AddPortalJob<TJob>(this IServiceCollection services, JobSchedule schedule)
        where TJob : class, IPortalJob
    {
        services.TryAddScoped<TJob>();
        return services.AddSingleton(new JobDeclaration(TJob.Key, typeof(TJob), schedule));
    }

    private static void UseStore(IQuartzBuilder quartz, StorageOptions storage)
    {
        if (storage.Provider == StorageProvider.Sqlite || string.IsNullOrWhiteSpace(storage.ConnectionString))
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            if (storage.Provider == StorageProvider.Postgres)
            {
                store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString);
            }
            else
            {
                store.UseSqlServer(SqlClientFactory.Instance, storage.ConnectionString);
            }

            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
            store.ProvisionSchema();
            store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        });
    }
}
