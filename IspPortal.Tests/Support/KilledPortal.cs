using System.Diagnostics;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Support;

/// <summary>The built portal as a process of its own on a data directory, to be killed without a word.</summary>
internal sealed class KilledPortal : IAsyncDisposable
{
    private readonly Process _process;

    private KilledPortal(Process process) => _process = process;

    /// <summary>Starts it on a database of either kind.</summary>
    public static KilledPortal Start(StorageOptions storage) => storage.Provider == StorageProvider.Postgres
        ? Start(storage.DataDirectory, ("Storage__Provider", "Postgres"), ("Storage__ConnectionString", storage.ConnectionString!))
        : Start(storage.DataDirectory);

    /// <summary>Starts it outside the lab, on a port of its own choice; the database there must be migrated.</summary>
    public static KilledPortal Start(string dataDirectory, params IReadOnlyList<(string Name, string Value)> more)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Storage__DataDirectory"] = dataDirectory,
                ["Lab__Enabled"] = "false",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        foreach (var (name, value) in more)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IspPortal.Web.dll"));
        var process = Process.Start(start)!;

        // A full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new KilledPortal(process);
    }

    /// <summary>More kills where time does not matter.</summary>
    public static int Rounds(int usual, int full) => Environment.GetEnvironmentVariable("ISPPORTAL_FULL") == "1" ? full : usual;

    /// <summary>The portal's own key ring, where its process will look for it.</summary>
    public static IDataProtectionProvider KeysOf(StorageOptions storage)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("IspPortal").PersistKeysToFileSystem(Directory.CreateDirectory(storage.KeysPath));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    /// <summary>What reads and writes its secrets.</summary>
    public static SecretProtector SecretsOf(StorageOptions storage) => new(KeysOf(storage));

    /// <summary>kill -9, and wait until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
