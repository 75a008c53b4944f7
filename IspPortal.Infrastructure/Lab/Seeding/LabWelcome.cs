using IspPortal.Infrastructure.Hosting;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Tells the person who started the portal where it is and how to sign in. Only the lab has a password that may be printed.</summary>
internal sealed class LabWelcome(LabOptions options, PortalAddress portal, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The server tells its addresses only once it has started.
        lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        if (portal.Find() is { } address)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine($"IspPortal is at {address} with the lab's routers (profile {options.Profile}).");
            Console.Out.WriteLine($"Sign in as {LabAccounts.Emails[0]} with the password {options.Password}");
            Console.Out.WriteLine();
        }
    }
}
