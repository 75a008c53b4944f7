using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Backup;
using IspPortal.Infrastructure.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>What Program does with the built host: one of the operator's commands, or the portal itself. Gives the exit code.</summary>
internal static class PortalCommands
{
    /// <summary>
    /// False, with a sentence for each bad setting on <paramref name="error"/>. To be asked right after the host is built: wiring the pipeline already reads
    /// settings.
    /// </summary>
    public static bool HasValidSettings(this IHost host, TextWriter error)
    {
        try
        {
            host.Services.GetService<IStartupValidator>()?.Validate();
            return true;
        }
        catch (OptionsValidationException exception)
        {
            error.WriteLine(NotStarted(exception));
        }
        catch (AggregateException several) when (several.InnerExceptions.All(exception => exception is OptionsValidationException))
        {
            error.WriteLine(NotStarted([.. several.InnerExceptions.Cast<OptionsValidationException>()]));
        }

        return false;
    }

    /// <summary>
    /// <c>backup FILE</c>, <c>restore FILE [--force]</c>, <c>migrate</c>, <c>series verify [--repair]</c>, or nothing: runs until it is stopped. A bad setting or an unreachable database is
    /// one sentence on standard error and exit code 1.
    /// </summary>
    public static async Task<int> RunPortalAsync(this IHost host, string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            return await RunAsync(host, args, output);
        }
        catch (OptionsValidationException exception)
        {
            await error.WriteLineAsync(NotStarted(exception));
            return 1;
        }
        catch (StartupException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static string NotStarted(params OptionsValidationException[] faults) => $"The portal did not start. {string.Join(' ', faults.SelectMany(fault => fault.Failures))}";

    private static async Task<int> RunAsync(IHost host, string[] args, TextWriter output)
    {
        switch (args)
        {
            case ["backup", var file]:
                await host.Services.GetRequiredService<PortalBackup>().BackupAsync(file, CancellationToken.None);
                await output.WriteLineAsync($"Saved to {Path.GetFullPath(file)}. It holds the keys of its secrets: keep it safe.");
                return 0;
            case ["restore", var file, .. var rest] when rest is [] or ["--force"]:
                await host.Services.GetRequiredService<PortalBackup>().RestoreAsync(file, rest.Length == 1, CancellationToken.None);
                await output.WriteLineAsync($"Restored {Path.GetFullPath(file)}. Start the portal.");
                return 0;
            case ["migrate"]:
                await host.Services.GetRequiredService<MigrationAtStart>().MigrateAsync(true, CancellationToken.None);
                await output.WriteLineAsync("The database is up to date.");
                return 0;
            case ["series", "verify", .. var rest] when rest is [] or ["--repair"]:
                return await host.Services.GetRequiredService<SeriesCheck>().RunAsync(rest.Length == 1, output, CancellationToken.None);
            case ["backup" or "restore" or "migrate" or "series", ..]:
                throw new StartupException("Usage: backup FILE | restore FILE [--force] | migrate | series verify [--repair]");
            default:
                await host.RunAsync();
                return 0;
        }
    }
}
