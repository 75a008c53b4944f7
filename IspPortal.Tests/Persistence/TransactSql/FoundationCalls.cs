using System.Text;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of settings, audit, jobs, outbox and idempotency.</summary>
internal sealed class FoundationCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["SettingsStore`1"] = async services => await services.GetRequiredService<ISettingsReader<MonitoringSettings>>().GetAsync(Token),
        ["SettingsService`1"] = async services =>
        {
            var catalog = services.GetRequiredService<ISettingsCatalog>();
            await catalog.ListAsync(Token);
            await catalog.SaveAsync("monitoring", (await catalog.FindAsync("monitoring", Token)).Value.Values, 0, Token);
        },
        ["IdempotencyLedger"] = async services =>
        {
            var ledger = services.GetRequiredService<IIdempotencyLedger>();
            await ledger.ClaimAsync(new("User:1", "key", "POST /", Encoding.UTF8.GetBytes("{}")), Token);
            await ledger.CompleteAsync(Id, new(201, "application/json", "/", "{}"), Token);
            await ledger.RenewAsync(Id, Token);
            await ledger.AbandonAsync(Id, Token);
            await ledger.RemoveExpiredAsync(Token);
        },
        ["JobDirectory"] = services => services.GetRequiredService<IJobDirectory>().ListAsync(Token),
        ["JobRuns"] = async services =>
        {
            var declared = services.GetServices<JobDeclaration>().First();
            await services.GetRequiredService<JobRuns>().EndedAsync(declared, DateTime.UnixEpoch, TimeSpan.FromSeconds(1), JobReport.Failed("x"));
        },
        ["OutboxMetrics"] = async services =>
        {
            foreach (var source in services.GetServices<IMetricSource>())
            {
                await source.ReadAsync(Token);
            }
        },
        ["DeadLetterDesk"] = async services =>
        {
            await services.GetRequiredService<IDeadLetterDesk>().ListAsync(new(2, 10, "a"), Token);
            await services.GetRequiredService<IDeadLetterDesk>().RetryAsync(1, Token);
        },
        ["AuditDirectory"] = async services =>
        {
            await services.GetRequiredService<IAuditDirectory>().ListAsync(new(), new(1, 10), Token);
            await services.GetRequiredService<IAuditDirectory>().FindAsync(Id, Token);
        },
        ["AuditWriter"] = services => services.GetRequiredService<IAuditWriter>().WriteAsync("did", "router", "1", null, Token),
    };
}
