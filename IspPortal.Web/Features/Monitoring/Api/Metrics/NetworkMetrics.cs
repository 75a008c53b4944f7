using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Monitoring.Api.Metrics;

/// <summary>Routers, sessions, polling and alerts, from the newest values of the live feed.</summary>
internal sealed class NetworkMetrics(ILiveFeed feed, TimeProvider clock) : IMetricSource
{
    public ValueTask<IReadOnlyList<MetricSample>> ReadAsync(CancellationToken cancellationToken)
    {
        var samples = new List<MetricSample>
        {
            new("ispportal_feed_subscriptions", "Live subscriptions of open pages.", feed.SubscriptionCount),
        };
        if (feed.Latest(AlertTopics.Summary) is { } alerts)
        {
            const string Help = "Incidents that are not resolved, by status.";
            samples.Add(new("ispportal_alerts", Help, alerts.Open, Label("status", "open")));
            samples.Add(new("ispportal_alerts", Help, alerts.Acknowledged, Label("status", "acknowledged")));
        }

        if (feed.Latest(MonitoringTopics.Totals) is { } totals)
        {
            AddTotals(samples, totals);
            foreach (var router in totals.Routers)
            {
                AddRouter(samples, router);
            }
        }

        return ValueTask.FromResult<IReadOnlyList<MetricSample>>(samples);
    }

    private static KeyValuePair<string, string> Label(string name, string value) => new(name, value);

    private static void AddTotals(List<MetricSample> samples, NetworkTotals totals)
    {
        const string States = "Polled routers by state.";
        samples.Add(new("ispportal_routers", States, totals.RoutersOnline, Label("state", "online")));
        samples.Add(new("ispportal_routers", States, totals.RoutersWarning, Label("state", "warning")));
        samples.Add(new("ispportal_routers", States, totals.RoutersOffline, Label("state", "offline")));
        samples.Add(new("ispportal_routers", States, totals.RoutersUnknown, Label("state", "unknown")));
        samples.Add(new("ispportal_sessions_unknown", "Sessions last seen on routers that cannot be read now.", totals.UnknownSessions));
        Add(samples, "ispportal_sessions_online", "Live sessions on routers that were read.", totals.OnlineSessions);
        Add(samples, "ispportal_sessions_expected", "Accesses that should be online.", totals.ExpectedSessions);
        Add(samples, "ispportal_network_down_bits_per_second", "Rate towards customers.", totals.DownBitsPerSecond);
        Add(samples, "ispportal_network_up_bits_per_second", "Rate from customers.", totals.UpBitsPerSecond);
    }

    private static void Add(List<MetricSample> samples, string name, string help, double? value, params IReadOnlyList<KeyValuePair<string, string>> labels)
    {
        if (value is { } known)
        {
            samples.Add(new MetricSample(name, help, known, labels));
        }
    }

    private void AddRouter(List<MetricSample> samples, RouterLine router)
    {
        var label = Label("router", router.Name);
        var fresh = router is { State: RouterState.Online or RouterState.Warning, LastGoodPollAtUtc: not null };
        samples.Add(new("ispportal_router_up", "1 while the router can be read.", fresh ? 1 : 0, label));
        if (fresh)
        {
            Add(samples, "ispportal_router_sessions", "Live sessions of the router.", router.Sessions, label);
            Add(samples, "ispportal_router_down_bits_per_second", "Rate towards the router's customers.", router.DownBitsPerSecond, label);
            Add(samples, "ispportal_router_up_bits_per_second", "Rate from the router's customers.", router.UpBitsPerSecond, label);
            Add(samples, "ispportal_router_cpu_percent", "CPU load of the router.", router.CpuPercent, label);
        }

        var age = router.LastGoodPollAtUtc is { } lastGood ? (clock.UtcNow() - lastGood).TotalSeconds : (double?)null;
        Add(samples, "ispportal_router_poll_age_seconds", "Since the last good poll.", age, label);
        if (feed.Latest(MonitoringTopics.Router(router.RouterId))?.Cost is not { } cost)
        {
            return;
        }

        Add(samples, "ispportal_router_poll_duration_seconds", "How long the last good counters poll took.", cost.LastPollDuration?.TotalSeconds, label);
        Add(samples, "ispportal_router_poll_interval_seconds", "Present interval of the counters poll.", cost.CountersEvery.TotalSeconds, label);
        Add(samples, "ispportal_router_poll_overdue_seconds", "By how much the next good poll is overdue; 0 while in time.", age is { } seconds ? Math.Max(0, seconds - cost.CountersEvery.TotalSeconds) : null, label);
        Add(samples, "ispportal_router_api_busy_percent", "Share of the time the router spends answering the portal.", cost.BusyPercent, label);
        Add(samples, "ispportal_router_api_failures_last_hour", "Commands to the router that failed in the last hour.", cost.FailuresLastHour, label);
    }
}
