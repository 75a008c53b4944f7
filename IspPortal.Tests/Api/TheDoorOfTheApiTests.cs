using System.Net;
using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class TheDoorOfTheApiTests
{
    private static readonly Guid Alert = new("01890a5d-ac96-774b-bcce-000000000009");

    [Fact]
    public async Task Without_a_sign_in_it_answers_401_before_it_reads_the_body()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.Anonymous();

        var response = await client.PostAsync("/api/v1/routers", new StringContent("{broken"), TestContext.Current.CancellationToken);

        await ApiHost.ProblemAsync(response, 401, "identity.sign_in_required");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Without_the_permission_it_answers_403()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn(NetworkPermissions.SessionsRead);

        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/routers", TestContext.Current.CancellationToken), 403, "identity.forbidden");
    }

    [Fact]
    public async Task A_change_by_cookie_without_antiforgery_is_refused()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.ByCookie(AlertPermissions.AlertsWrite);

        await ApiHost.ProblemAsync(await client.PostAsync($"/api/v1/alerts/{Alert}/acknowledge", null, TestContext.Current.CancellationToken), 401, "identity.bearer_required");
    }

    [Fact]
    public async Task A_header_that_is_no_bearer_token_does_not_stand_in_for_antiforgery()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.ByCookie(AlertPermissions.AlertsWrite);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic eDp5");

        await ApiHost.ProblemAsync(await client.PostAsync($"/api/v1/alerts/{Guid.CreateVersion7()}/acknowledge", null, TestContext.Current.CancellationToken), 401, "identity.bearer_required");
    }

    [Fact]
    public async Task A_change_by_cookie_with_antiforgery_goes_through()
    {
        await using var host = await ApiHost.StartAsync();
        host.AlertDesk.Setup(desk => desk.AcknowledgeAsync(Alert, null, null, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        using var client = host.ByCookie(AlertPermissions.AlertsWrite);
        var antiforgery = host.Services.GetRequiredService<IAntiforgery>();
        var page = new DefaultHttpContext { RequestServices = host.Services };
        var tokens = antiforgery.GetAndStoreTokens(page);
        client.DefaultRequestHeaders.Add("Cookie", page.Response.Headers.SetCookie.ToString().Split(';')[0]);
        client.DefaultRequestHeaders.Add(tokens.HeaderName!, tokens.RequestToken);

        var response = await client.PostAsync($"/api/v1/alerts/{Alert}/acknowledge", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task A_caller_beyond_his_budget_gets_429_and_is_told_when_to_come_again()
    {
        var clock = new ManualClock();
        await using var host = await ApiHost.StartAsync(clock, settings: [new("Api:RequestsPerMinute", "3")]);
        using var client = host.SignedIn("nothing.at_all");
        using var other = host.SignedIn("nothing.at_all");
        other.DefaultRequestHeaders.Add(ApiHost.CallerHeader, Alert.ToString());
        var remaining = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var within = await client.GetAsync("/api/v1/routers", TestContext.Current.CancellationToken);
            remaining.Add(within.Headers.GetValues("RateLimit-Remaining").Single());
        }

        var beyond = await client.GetAsync("/api/v1/routers", TestContext.Current.CancellationToken);

        Assert.Equal(["2", "1", "0"], remaining);
        await ApiHost.ProblemAsync(beyond, 429, "common.too_many_requests");
        Assert.Equal("3", beyond.Headers.GetValues("RateLimit-Limit").Single());
        Assert.Equal(TimeSpan.FromSeconds(20), beyond.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/routers", TestContext.Current.CancellationToken)).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/routers", TestContext.Current.CancellationToken)).StatusCode);
    }
}
