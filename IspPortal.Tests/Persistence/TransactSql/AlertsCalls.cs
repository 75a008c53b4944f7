using IspPortal.Core.Alerts;
using IspPortal.Infrastructure.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of alerts.</summary>
internal sealed class AlertsCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["AlertDirectory"] = async services =>
        {
            var alerts = services.GetRequiredService<IAlertDirectory>();
            foreach (var sort in (string?[])[null, "severity", "status", "opened", "subject"])
            {
                await alerts.ListAsync(new(AlertStatus.Open, AlertSeverity.Critical, Id, true), new(2, 10, "a", sort), Token);
                await alerts.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await alerts.SummaryAsync(Token);
        },
        ["AlertDesk"] = async services =>
        {
            await services.GetRequiredService<IAlertDesk>().AcknowledgeAsync(Id, 1, "seen", Token);
            await services.GetRequiredService<IAlertDesk>().ResolveAsync(Id, 1, "done", Token);
        },
        ["AlertIncidents"] = async services =>
        {
            var incidents = services.GetRequiredService<AlertIncidents>();
            await incidents.OpenAsync(new() { Kind = AlertKind.IsolirKitRed, SubjectId = Id, SubjectName = "a", OpenedAtUtc = DateTime.UnixEpoch }, Token);
            await incidents.ResolveAsync(AlertKind.IsolirKitRed, Id, Token);
        },
        ["IsolirWatch"] = services => ActivatorUtilities.CreateInstance<IsolirWatch>(services).HandleAsync(new(Id), Token),
        ["AlertBoard"] = services => services.GetRequiredService<AlertBoard>().SumAsync(Token),
        ["AlertAuditNames"] = NamesAsync,
    };
}
