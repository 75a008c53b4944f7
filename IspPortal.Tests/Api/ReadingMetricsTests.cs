using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text;
using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Live;
using IspPortal.Tests.Support;
using IspPortal.Web.Features.Monitoring.Api.Metrics;

namespace IspPortal.Tests.Api;

public sealed class ReadingMetricsTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Routers_sessions_polls_and_alerts_are_told_and_the_unknown_is_left_out()
    {
        var clock = new ManualClock();
        var feed = new LiveFeed(Microsoft.Extensions.Logging.Abstractions.NullLogger<LiveFeed>.Instance);
        var (up, down) = (RouterRows.BekasiId, new Guid("01890a5d-ac96-774b-bcce-000000000002"));
        feed.Publish(MonitoringTopics.Totals, new NetworkTotals(
            Now, 5_000, null, 812, null, 40, 1, 0, 1, 0,
            [
                new RouterLine(up, "RTR-\"BEKASI\"", RouterState.Online, 812, 5_000, null, 12.5, Now.AddSeconds(-4)),
                new RouterLine(down, "RTR-DEPOK", RouterState.Offline, 40, null, null, null, Now.AddSeconds(-95)),
            ],
            [], [], []));
        feed.Publish(MonitoringTopics.Router(up), Snapshot(up, TimeSpan.FromMilliseconds(85)));
        feed.Publish(MonitoringTopics.Router(down), Snapshot(down, null));
        feed.Publish(AlertTopics.Summary, new AlertSummary(1, 2, AlertSeverity.Critical, []));
        using var subscription = feed.Subscribe(AlertTopics.Summary);

        var lines = await LinesAsync(new NetworkMetrics(feed, clock));

        Assert.Contains("ispportal_feed_subscriptions 1", lines);
        Assert.Contains("ispportal_routers{state=\"offline\"} 1", lines);
        Assert.Contains("ispportal_sessions_online 812", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("ispportal_sessions_expected", StringComparison.Ordinal));
        Assert.Contains("ispportal_router_up{router=\"RTR-\\\"BEKASI\\\"\"} 1", lines);
        Assert.Contains("ispportal_router_poll_duration_seconds{router=\"RTR-\\\"BEKASI\\\"\"} 0.085", lines);
        Assert.Contains("ispportal_router_poll_overdue_seconds{router=\"RTR-\\\"BEKASI\\\"\"} 0", lines);
        Assert.Contains("ispportal_router_poll_overdue_seconds{router=\"RTR-DEPOK\"} 85", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("ispportal_router_sessions{router=\"RTR-DEPOK\"}", StringComparison.Ordinal));
        Assert.Contains("ispportal_alerts{status=\"acknowledged\"} 2", lines);
    }

    [Fact]
    public void Histograms_are_cumulated_and_counters_end_in_total()
    {
        using var recorder = new MeasurementRecorder();
        using var meter = new Meter("IspPortal.Tests.Measuring");
        var took = meter.CreateHistogram<double>("ispportal.test.duration", "s", "How long a test takes.");
        var done = meter.CreateCounter<long>("ispportal.test.runs");
        foreach (var seconds in new[] { 0.003, 0.02, 0.02, 700 })
        {
            took.Record(seconds, new KeyValuePair<string, object?>("kind", "a\nb"));
            done.Add(2);
        }

        var text = new StringBuilder();
        foreach (var (instrument, series) in recorder.Read().Where(pair => pair.Instrument.Meter == meter))
        {
            PrometheusText.Write(text, instrument, series);
        }

        var lines = text.ToString().Split('\n');
        Assert.Contains("# TYPE ispportal_test_duration_seconds histogram", lines);
        Assert.Contains("ispportal_test_duration_seconds_bucket{kind=\"a\\nb\",le=\"0.005\"} 1", lines);
        Assert.Contains("ispportal_test_duration_seconds_bucket{kind=\"a\\nb\",le=\"0.025\"} 3", lines);
        Assert.Contains("ispportal_test_duration_seconds_bucket{kind=\"a\\nb\",le=\"60\"} 3", lines);
        Assert.Contains("ispportal_test_duration_seconds_bucket{kind=\"a\\nb\",le=\"+Inf\"} 4", lines);
        Assert.Contains("ispportal_test_duration_seconds_count{kind=\"a\\nb\"} 4", lines);
        Assert.Contains("ispportal_test_runs_total 8", lines);
    }

    [Fact]
    public void Two_instruments_of_one_name_are_one_family()
    {
        using var recorder = new MeasurementRecorder();
        using var here = new Meter("IspPortal.Tests.Here");
        using var there = new Meter("IspPortal.Tests.There");
        foreach (var meter in new[] { here, there })
        {
            meter.CreateCounter<long>("ispportal.test.shared").Add(2);
        }

        var text = new StringBuilder();
        foreach (var (instrument, series) in recorder.Read())
        {
            PrometheusText.Write(text, instrument, series);
        }

        AssertWellFormed(text.ToString());
        Assert.Contains("ispportal_test_shared_total 4\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_has_used_time_and_memory()
    {
        var samples = await new ProcessMetrics().ReadAsync(TestContext.Current.CancellationToken);

        Assert.True(samples.Single(sample => sample.Name == "process_cpu_seconds_total").Value > 0);
        Assert.True(samples.Single(sample => sample.Name == "process_resident_memory_bytes").Value > 10_000_000);
    }

    [Fact]
    public async Task They_are_read_from_this_machine_with_the_token_or_signed_in_and_by_nobody_else()
    {
        await using var host = await ApiHost.StartAsync(settings: [new("Api:MetricsToken", "scrape-me")]);
        using var here = host.From("127.0.0.1");
        using var proxied = host.From("127.0.0.1");
        proxied.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var elsewhere = host.From("203.0.113.9");
        using var withToken = host.From("203.0.113.9");
        withToken.DefaultRequestHeaders.Authorization = new("Bearer", "scrape-me");
        using var reader = host.SignedIn(MonitoringPermissions.MonitoringRead);

        foreach (var allowed in new[] { here, withToken, reader })
        {
            var response = await allowed.GetAsync("/metrics", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        }

        foreach (var refused in new[] { proxied, elsewhere })
        {
            await ApiHost.ProblemAsync(await refused.GetAsync("/metrics", TestContext.Current.CancellationToken), 401, "identity.sign_in_required");
        }
    }

    [Fact]
    public async Task A_source_that_fails_loses_only_its_own_figures()
    {
        await using var host = await ApiHost.StartAsync(services: services => services.Add(new(typeof(IMetricSource), new BrokenSource())));
        using var here = host.From("127.0.0.1");

        var text = await here.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains("ispportal_metrics_up{source=\"BrokenSource\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("process_cpu_seconds_total ", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    private static void AssertWellFormed(string text)
    {
        var typed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                Assert.True(typed.Add(line.Split(' ')[2]), $"{line} twice");
            }
            else if (!line.StartsWith('#'))
            {
                Assert.True(double.TryParse(line[(line.LastIndexOf(' ') + 1)..].Replace("+Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture, out _), line);
            }
        }
    }

    private static RouterSnapshot Snapshot(Guid router, TimeSpan? took) => new(
        router, "x", RouterState.Online, Now, Now, Now, null, null, null, null, null, null,
        new PollingCost(12, 3_000, 90_000, 2.5, 0, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), took));

    private static async Task<string[]> LinesAsync(NetworkMetrics metrics)
    {
        var text = new StringBuilder();
        PrometheusText.Write(text, await metrics.ReadAsync(TestContext.Current.CancellationToken));
        AssertWellFormed(text.ToString());
        return text.ToString().Split('\n');
    }

    private sealed class BrokenSource : IMetricSource
    {
        public ValueTask<IReadOnlyList<MetricSample>> ReadAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("broken");
    }
}
