using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>Makes the rules and policies that the portal comes with, each once. What somebody changed of them stays.</summary>
internal sealed class SeedAlertRules(PortalContextSource source, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SeedAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Another node started at the same moment and made them.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("seed-alert-rules");
        var known = await context.Set<AlertRule>().Where(r => r.BuiltInKey != null).Select(r => r.BuiltInKey!).ToListAsync(cancellationToken);
        if (known.Count == BuiltInRules.All.Count)
        {
            return;
        }

        if (known.Count == 0)
        {
            context.Add(Policy(BuiltInRules.UrgentPolicy, "Urgent", [new() { AfterMinutes = 3, OnCall = true }, new() { AfterMinutes = 15, Roles = [PortalRoles.NocOperator] }, new() { AfterMinutes = 30, Roles = [PortalRoles.Administrator] }]));
            context.Add(Policy(BuiltInRules.CalmPolicy, "Calm", [new() { AfterMinutes = 15, OnCall = true }]));
        }

        for (var place = 0; place < BuiltInRules.All.Count; place++)
        {
            var (key, terms) = BuiltInRules.All[place];
            if (known.Contains(key, StringComparer.Ordinal))
            {
                continue;
            }

            var rule = new AlertRule { Id = BuiltInRules.IdOf(place), BuiltInKey = key, Signal = terms.Signal, CreatedAtUtc = clock.UtcNow() };
            rule.Fill(terms);
            context.Add(rule);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static AlertPolicy Policy(Guid id, string name, AlertStep[] steps) => new() { Id = id, Name = name, Steps = AlertPolicy.Write(steps) };
}
