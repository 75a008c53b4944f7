using System.Net;
using System.Net.Http.Json;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>Dashboards, their public links and reports through the real pipeline.</summary>
public sealed class ReportingOverTheApiTests
{
    private const string Dashboards = "/api/v1/dashboards";
    private const string Reports = "/api/v1/reports";

    private static readonly object Widget = new { kind = "number", box = new { x = 0, y = 0, width = 3, height = 3 }, sources = new[] { new { kind = "network", metric = "downBytes" } } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dashboard_lives_from_post_to_delete_and_is_seen_by_link()
    {
        await using var host = new PortalHost();
        using var noc = await host.ClientOfAsync("noc@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var anybody = host.Browser();
        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync(Dashboards, new { name = "" }, Token), 422, "common.invalid");
        await ApiHost.ProblemAsync(await auditor.PostAsJsonAsync(Dashboards, new { name = "A" }, Token), 403, "identity.forbidden");
        var made = await ApiHost.BodyAsync(await noc.PostAsJsonAsync(Dashboards, new { name = "Lobi", widgets = new[] { Widget, new { kind = "map", box = new { x = 3, y = 0, width = 6, height = 4 } } } }, Token), 201);
        var url = $"{Dashboards}/{made.GetProperty("id").GetGuid()}";
        Assert.Equal(("private", 2), (made.GetProperty("visibility").GetString(), made.GetProperty("widgets").GetArrayLength()));
        await ApiHost.ProblemAsync(await auditor.GetAsync(url, Token), 404, "dashboards.not_found");

        var version = made.GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await noc.PutAsJsonAsync(url, new { name = "Lobi" }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await noc.PutAsJsonAsync(url, new { version = version + 1, name = "Lobi" }, Token), 409, "common.version_conflict");
        await ApiHost.ProblemAsync(await noc.PutAsJsonAsync(url, new { version, name = "Lobi", widgets = new[] { Widget, Widget } }, Token), 422, "common.invalid");
        var saved = await ApiHost.BodyAsync(await noc.PutAsJsonAsync(url, new { version, name = "Lobi <utama>", visibility = "shared", roles = new[] { "Auditor" }, widgets = new[] { Widget } }, Token));
        Assert.Equal("Lobi <utama>", saved.GetProperty("name").GetString());
        Assert.False((await ApiHost.BodyAsync(await auditor.GetAsync(url, Token))).GetProperty("mayChange").GetBoolean());
        var content = await ApiHost.BodyAsync(await auditor.GetAsync($"{url}/content?range=hour", Token));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, content[0].GetProperty("errorCode").ValueKind);
        await ApiHost.ProblemAsync(await auditor.GetAsync($"{url}/content?range=moon", Token), 422, "common.unknown_value");
        Assert.Equal("Salinan", (await ApiHost.BodyAsync(await noc.PostAsJsonAsync($"{url}/duplicate", new { name = "Salinan" }, Token), 201)).GetProperty("name").GetString());

        var link = await ApiHost.BodyAsync(await noc.PostAsJsonAsync($"{url}/links", new { days = 7 }, Token), 201);
        var shown = await anybody.GetAsync(link.GetProperty("path").GetString(), Token);
        var page = await shown.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.Contains("Lobi &lt;utama&gt;", page, StringComparison.Ordinal);
        Assert.Contains("data-figure=\"current\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("noc@lab.test", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await noc.DeleteAsync($"{url}/links/{link.GetProperty("id").GetGuid()}", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(link.GetProperty("path").GetString(), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/public/dashboards/guessed", Token)).StatusCode);

        await ApiHost.ProblemAsync(await noc.DeleteAsync(url, Token), 422, "common.required");
        Assert.Equal(HttpStatusCode.NoContent, (await noc.DeleteAsync($"{url}?version={saved.GetProperty("version").GetInt64()}", Token)).StatusCode);
        await ApiHost.ProblemAsync(await noc.GetAsync(url, Token), 404, "dashboards.not_found");
    }

    [Fact]
    public async Task A_report_is_asked_for_and_a_schedule_kept()
    {
        await using var host = new PortalHost();
        using var noc = await host.ClientOfAsync("noc@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var order = new { kind = "growth", fromOn = "2026-01-01", toOn = "2026-01-31", language = "en", formats = new[] { "csv" } };
        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync(Reports, new { kind = "growth" }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync(Reports, order with { language = "fr" }, Token), 422, "common.invalid");
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync(Reports, order, Token), 403, "identity.forbidden");
        var asked = await ApiHost.BodyAsync(await noc.PostAsJsonAsync(Reports, order, Token), 201);
        var report = asked.GetProperty("report");
        Assert.Equal(("growth", "2026-01-01", "2026-01-31"), (report.GetProperty("kind").GetString(), report.GetProperty("fromOn").GetString(), report.GetProperty("toOn").GetString()));
        var url = $"{Reports}/{report.GetProperty("id").GetGuid()}";
        await ApiHost.ProblemAsync(await technician.GetAsync(url, Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await noc.GetAsync($"{url}/files/docx", Token), 404, "reports.no_file");
        await ApiHost.ProblemAsync(await noc.GetAsync($"{Reports}?state=moon", Token), 422, "common.unknown_value");
        Assert.Equal(1, (await ApiHost.BodyAsync(await noc.GetAsync($"{Reports}?kind=growth", Token))).GetProperty("totalCount").GetInt32());

        const string Schedules = "/api/v1/report-schedules";
        var made = await ApiHost.BodyAsync(await noc.PostAsJsonAsync(Schedules, new { name = "Senin", cadence = "weekly", hour = 7, kind = "usage", recipients = new[] { "owner@isp.test" } }, Token), 201);
        var schedule = $"{Schedules}/{made.GetProperty("id").GetGuid()}";
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, made.GetProperty("nextDueAtUtc").ValueKind);
        await ApiHost.ProblemAsync(await noc.PutAsJsonAsync(schedule, new { version = 99, name = "Selasa", kind = "usage" }, Token), 409, "common.version_conflict");
        var resting = await ApiHost.BodyAsync(await noc.PutAsJsonAsync(schedule, new { version = made.GetProperty("version").GetInt64(), name = "Senin", kind = "usage", isEnabled = false }, Token));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, resting.GetProperty("nextDueAtUtc").ValueKind);
        Assert.Equal(HttpStatusCode.NoContent, (await noc.DeleteAsync($"{schedule}?version={resting.GetProperty("version").GetInt64()}", Token)).StatusCode);
        await ApiHost.ProblemAsync(await noc.GetAsync(schedule, Token), 404, "reports.schedule_not_found");
    }
}
