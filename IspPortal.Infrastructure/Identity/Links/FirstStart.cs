using IspPortal.Core.Identity.Links;
using IspPortal.Infrastructure.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Identity.Links;

/// <summary>Prints the set-up link while nobody can administer the portal. On the console only: a log may be read by many.</summary>
internal sealed class FirstStart(ISetUpLink links, PortalAddress portal, IHostApplicationLifetime lifetime, ILogger<FirstStart> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the seeders, and once the addresses are known.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await links.IssueIfNeededAsync(cancellationToken) is not { } link)
        {
            return;
        }

        logger.LogWarning("There is no administrator yet: the console shows the link that makes the first one");
        // The server tells its addresses only after every StartAsync.
        lifetime.ApplicationStarted.Register(() => Print(link));
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print(IssuedLink link)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine("No administrator exists yet. Open this link once, before " + link.ExpiresAtUtc.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture) + ":");
        Console.Out.WriteLine($"  {portal.Find()}/{link.Path}");
        Console.Out.WriteLine();
    }
}
