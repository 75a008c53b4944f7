using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// The lab's people, one of each role. Their password is known to everybody: they are made only while the lab is on, and a portal outside
/// the lab does not start with them in its database.
/// </summary>
internal sealed class LabAccounts(LabOptions options, PortalContextSource source, PasswordVault passwords, AccountSessions sessions, TimeProvider clock) : IHostedService
{
    private static readonly (Guid Id, string Email, string Name, string Role)[] People =
    [
        (new("01890000-0000-7000-8000-00000000a001"), "admin@lab.test", "Ayu Lestari", PortalRoles.Administrator),
        (new("01890000-0000-7000-8000-00000000a002"), "noc@lab.test", "Bagus Pratama", PortalRoles.NocOperator),
        (new("01890000-0000-7000-8000-00000000a003"), "billing@lab.test", "Citra Dewi", PortalRoles.BillingClerk),
        (new("01890000-0000-7000-8000-00000000a004"), "tech@lab.test", "Dimas Saputra", PortalRoles.Technician),
        (new("01890000-0000-7000-8000-00000000a005"), "collector@lab.test", "Eko Wibowo", PortalRoles.Collector),
        (new("01890000-0000-7000-8000-00000000a006"), "auditor@lab.test", "Fitri Handayani", PortalRoles.Auditor),
    ];

    /// <summary>Their sign-in names.</summary>
    public static IReadOnlyList<string> Emails { get; } = [.. People.Select(person => person.Email)];

    public Task StartAsync(CancellationToken cancellationToken) => options.Enabled ? SeedAsync(cancellationToken) : RefuseAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("lab-accounts");
        string[] names = [.. Emails.Select(EmailName.Normalize)];
        var known = await context.Users.Where(user => names.Contains(user.NormalizedEmail!)).ToListAsync(cancellationToken);
        var stale = known.Count > 0 && passwords.Check(known[0], options.Password) == PasswordVerificationResult.Failed;
        if (known.Count == People.Length && !stale)
        {
            return;
        }

        var hash = passwords.Hash(options.Password);
        foreach (var person in People)
        {
            var user = known.Find(row => row.NormalizedEmail == EmailName.Normalize(person.Email));
            if (user is null)
            {
                user = NewUser.Of(person.Id, person.Email, person.Name, [person.Role], null, clock);
                context.Add(user);
            }

            user.PasswordHash = hash;
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var person in People)
        {
            sessions.Changed(person.Id);
        }
    }

    private async Task RefuseAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("lab-accounts");
        string[] names = [.. Emails.Select(EmailName.Normalize)];
        if (await context.Users.Where(user => names.Contains(user.NormalizedEmail!)).Select(user => user.Email).FirstOrDefaultAsync(cancellationToken) is { } email)
        {
            throw new StartupException(
                $"The database holds the lab's account {email}, whose password everybody knows, and the lab is off. Use another database (Storage:DataDirectory), or start with Lab:Enabled=true.");
        }
    }
}
