using System.Runtime.CompilerServices;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Support;

/// <summary>Hosts of tests, and the processes they start, write warnings and worse on the console: a failure must not drown in the news of good runs.</summary>
internal static class QuietHosts
{
#pragma warning disable CA2255 // A test project is an application: the first host may be built by any test.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Quieten()
    {
        Environment.SetEnvironmentVariable("Logging__Console__LogLevel__Default", "Warning");

        // Each data directory is new: that its keys lie there unencrypted is known.
        Environment.SetEnvironmentVariable("Logging__Console__LogLevel__Microsoft.AspNetCore.DataProtection", "Error");
    }

    /// <summary>The lab's greeting is for a person at the console.</summary>
    public static void SayNoWelcome(IServiceCollection services) => Leave<LabWelcome>(services);

    /// <summary>A month of graphs is written in the background for every host, and few tests outlive it.</summary>
    public static void HaveNoPast(IServiceCollection services) => Leave<LabHistoryStep>(services);

    /// <summary>Bills of months past are for a person who looks at the pages: a test makes its own.</summary>
    public static void HaveNoBooks(IServiceCollection services) => services.RemoveAll<LabBooks>();

    /// <summary>
    /// All hosts of this process keep their secrets with one key ring and log no statements, so that Entity Framework has one model and compiles each query once. A portal that must keep its keys in its
    /// own directory is a process of its own: <see cref="KilledPortal"/>.
    /// </summary>
    public static void ShareTheModel(IServiceCollection services)
    {
        services.AddSingleton(PortalDatabase.SharedSecrets);
        services.AddSingleton(static provider => new PortalContextSource(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<PortalContextServices>(), NullLoggerFactory.Instance));
    }

    private static void Leave<TService>(IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ImplementationType == typeof(TService)).ToList())
        {
            services.Remove(service);
        }
    }
}
