using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Alerts.Maintenance;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Lines;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Alerts.Escalation;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Series;
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
                await alerts.ListAsync(new(AlertStatus.Open, AlertSeverity.Critical, Id, true, Id, true, true, Id), new(2, 10, "a", sort), Token);
                await alerts.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await alerts.GetAsync(Id, Token);
            await alerts.SummaryAsync(Token);
        },
        ["AlertDesk"] = async services =>
        {
            await services.GetRequiredService<IAlertDesk>().AcknowledgeAsync(Id, 1, "seen", Token);
            await services.GetRequiredService<IAlertDesk>().ResolveAsync(Id, 1, "done", Token);
            await services.GetRequiredService<IAlertDesk>().NoteAsync(Id, "said", Token);
        },
        ["AlertIncidents"] = async services =>
        {
            var incidents = services.GetRequiredService<AlertIncidents>();
            await incidents.OpenAsync(new() { Kind = AlertKind.IsolirKitRed, SubjectId = Id, SubjectName = "a", OpenedAtUtc = DateTime.UnixEpoch }, Token);
            await incidents.OpenAsync(new() { Kind = AlertKind.RouterUnreachable, SubjectId = Id, RouterId = Id, SubjectName = "a", OpenedAtUtc = DateTime.UnixEpoch }, Token);
            await incidents.ResolveAsync(AlertKind.IsolirKitRed, Id, Token);
            await incidents.ResolveOfRouterAsync(Id, Token);
            await incidents.ResolveOfRuleAsync(Id, Token);
            await using var context = services.GetRequiredService<Infrastructure.Persistence.PortalContextSource>().CreateForSystem("test");
            await incidents.EndedAsync(context, [new() { Id = Id, SubjectName = "a" }], DateTime.UnixEpoch, Token);
            await MaintenanceNow.ReadAsync(context, DateTime.UnixEpoch, Token);
        },
        ["AlertTide"] = async services =>
        {
            await services.GetRequiredService<AlertTide>().TurnAsync(Token);
            await services.GetRequiredService<AlertTide>().ForgetAsync(Token);
        },
        ["AlertEscalation"] = services => services.GetRequiredService<AlertEscalation>().RunAsync(Token),
        ["RuleBook"] = async services => await services.GetRequiredService<RuleBook>().RefreshAsync(Token),
        ["RuleEngine"] = async services =>
        {
            var engine = services.GetRequiredService<RuleEngine>();
            await engine.ObservedAsync(new SeriesBatch(Id, DateTime.UnixEpoch, [new SeriesSample(SeriesSubject.Router(Id), Metric.CpuPercent, 1, TimeSpan.FromSeconds(1))]), Token);
            await engine.AlignAsync(Token);
            await engine.SubjectsOfAsync(new RuleTerms { Id = Id, Metric = Metric.CpuPercent, Kind = SeriesSubjectKind.Router }, Token);
            await engine.StoppedAsync(Id, Token);
        },
        ["SubjectNames"] = services => services.GetRequiredService<SubjectNames>().OfAsync(Id, [SeriesSubject.Access(Id), SeriesSubject.Router(Id)], Token),
        ["SeedAlertRules"] = services => ActivatorUtilities.CreateInstance<SeedAlertRules>(services).StartAsync(Token),
        ["AlertRules"] = async services =>
        {
            var rules = services.GetRequiredService<IAlertRules>();
            foreach (var sort in (string?[])[null, "name", "severity"])
            {
                await rules.ListAsync(new(true, AlertSeverity.Critical, AlertSignal.Metric), new(2, 10, "a", sort), Token);
                await rules.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            var terms = new SaveAlertRuleRequest { Name = "a", Metric = Metric.CpuPercent, SubjectKind = SeriesSubjectKind.Router, PolicyId = Id };
            await rules.GetAsync(Id, Token);
            await rules.AddAsync(Id, terms, Token);
            await rules.UpdateAsync(Id, 1, terms, Token);
            await rules.SetEnabledAsync(Id, 1, false, Token);
            await rules.RemoveAsync(Id, 1, Token);
        },
        ["AlertPolicies"] = async services =>
        {
            var policies = services.GetRequiredService<IAlertPolicies>();
            await policies.ListAsync(Token);
            await policies.SaveAsync(Id, 0, new("a", [new() { OnCall = true }]), Token);
            await policies.RemoveAsync(Id, 1, Token);
        },
        ["MaintenanceDesk"] = async services =>
        {
            var desk = services.GetRequiredService<IMaintenanceDesk>();
            foreach (var state in (MaintenanceState?[])[null, MaintenanceState.Planned, MaintenanceState.Running, MaintenanceState.Over])
            {
                await desk.ListAsync(state, new(2, 10, "a"), Token);
            }

            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            await desk.GetAsync(Id, Token);
            await desk.PlanAsync(Id, new(MaintenanceTarget.Router, Id, null, MaintenanceMode.Muted, now, now.AddHours(1), "a"), Token);
            await desk.PlanAsync(Id, new(MaintenanceTarget.Site, null, "a", MaintenanceMode.Muted, now, now.AddHours(1), "a"), Token);
            await desk.EndAsync(Id, 1, Token);
        },
        ["OnCallDesk"] = async services =>
        {
            var desk = services.GetRequiredService<IOnCallDesk>();
            await desk.GetAsync(Token);
            await desk.SaveAsync(0, new(new DateOnly(2026, 1, 5), new TimeOnly(8, 0), 1, []), Token);
            await desk.StandInAsync(Id, new(Id, DateTime.UnixEpoch, DateTime.UnixEpoch.AddHours(1), null), Token);
            await desk.RemoveStandInAsync(Id, Token);
            await desk.MyContactAsync(Token);
            await desk.SaveMyContactAsync(new(), Token);
        },
        ["OutageFacts"] = services => services.GetRequiredService<IOutageFacts>().FindAsync(Id, Token),
        ["LinePlans"] = services => services.GetRequiredService<ILinePlans>().PlansAsync(Token),
        ["IsolirWatch"] = services => ActivatorUtilities.CreateInstance<IsolirWatch>(services).HandleAsync(new(Id), Token),
        ["AlertBoard"] = services => services.GetRequiredService<AlertBoard>().SumAsync(Token),
        ["AlertAuditNames"] = NamesAsync,
    };
}
