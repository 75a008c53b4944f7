using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class WhatGoesWrongTests
{
    private static readonly string Bekasi = $"/api/v1/routers/{RouterRows.BekasiId}";

    [Theory]
    [InlineData(ErrorKind.Invalid, 422)]
    [InlineData(ErrorKind.Unauthenticated, 401)]
    [InlineData(ErrorKind.Forbidden, 403)]
    [InlineData(ErrorKind.NotFound, 404)]
    [InlineData(ErrorKind.Conflict, 409)]
    [InlineData(ErrorKind.TooMany, 429)]
    [InlineData(ErrorKind.External, 502)]
    [InlineData(ErrorKind.Timeout, 504)]
    public async Task Every_kind_of_error_has_its_status_and_keeps_its_code(ErrorKind kind, int status)
    {
        await using var host = await ApiHost.StartAsync();
        host.Routers.Setup(routers => routers.GetAsync(RouterRows.BekasiId, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Error("network.router_not_found", kind) { Detail = "invalid user name or password (6)" });
        using var client = host.SignedIn(NetworkPermissions.RoutersRead);

        var problem = await ApiHost.ProblemAsync(await client.GetAsync(Bekasi, TestContext.Current.CancellationToken), status, "network.router_not_found");

        Assert.Equal("invalid user name or password (6)", problem.GetProperty("cause").GetString());
        Assert.NotEqual("", problem.GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task The_title_speaks_the_callers_language_and_the_code_does_not()
    {
        await using var host = await ApiHost.StartAsync();
        host.Routers.Setup(routers => routers.GetAsync(RouterRows.BekasiId, It.IsAny<CancellationToken>())).ReturnsAsync(NetworkErrors.RouterNotFound);
        using var client = host.SignedIn(NetworkPermissions.RoutersRead);
        var english = await ApiHost.ProblemAsync(await client.GetAsync(Bekasi, TestContext.Current.CancellationToken), 404, "network.router_not_found");
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("id"));

        var indonesian = await ApiHost.ProblemAsync(await client.GetAsync(Bekasi, TestContext.Current.CancellationToken), 404, "network.router_not_found");

        Assert.Equal("Router ini tidak ada.", indonesian.GetProperty("title").GetString());
        Assert.NotEqual(english.GetProperty("title").GetString(), indonesian.GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_exception_answers_500_and_tells_nothing_of_the_inside()
    {
        await using var host = await ApiHost.StartAsync();
        host.Routers.Setup(routers => routers.GetAsync(RouterRows.BekasiId, It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("inner words"));
        using var client = host.SignedIn(NetworkPermissions.RoutersRead);

        var problem = await ApiHost.ProblemAsync(await client.GetAsync(Bekasi, TestContext.Current.CancellationToken), 500, "common.unexpected");

        Assert.DoesNotContain("inner words", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_a_wrong_method_and_a_wrong_media_type_are_problems_too()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn(NetworkPermissions.RoutersWrite);

        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/nothing", TestContext.Current.CancellationToken), 404, "common.no_such_route");
        var wrongMethod = await client.DeleteAsync("/api/v1/sessions", TestContext.Current.CancellationToken);
        await ApiHost.ProblemAsync(wrongMethod, 405, "common.method_not_allowed");
        Assert.Contains("GET", wrongMethod.Content.Headers.Allow);
        await ApiHost.ProblemAsync(await client.PutAsync(Bekasi, new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken), 415, "common.unsupported_media_type");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"name":"a\u0000b"}""")]
    [InlineData("""{"name":"\\\u0000"}""")]
    [InlineData("""{"name":7}""")]
    [InlineData("""{"name":"x","port":"8728"}""")]
    [InlineData("""{"name":"x","useTls":"yes"}""")]
    public async Task A_body_that_cannot_be_read_is_malformed(string body)
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn(NetworkPermissions.RoutersWrite);

        await ApiHost.ProblemAsync(await client.PutAsync(Bekasi, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken), 400, "common.malformed");
    }

    [Fact]
    public async Task An_address_with_a_NUL_is_malformed_and_words_about_one_are_not()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn(NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite);
        using var words = new StringContent("{\"name\":\"a\\\\u0000b\"}", Encoding.UTF8, "application/json");

        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/routers?search=%00", TestContext.Current.CancellationToken), 400, "common.malformed");
        await ApiHost.ProblemAsync(await client.PutAsync(Bekasi, words, TestContext.Current.CancellationToken), 422, "common.required");
    }

    [Fact]
    public async Task A_change_without_its_version_is_a_field_error_and_with_an_old_one_a_conflict()
    {
        await using var host = await ApiHost.StartAsync();
        host.RouterEditor.Setup(editor => editor.UpdateAsync(RouterRows.BekasiId, 6, It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(CommonErrors.VersionConflict);
        using var client = host.SignedIn(NetworkPermissions.RoutersWrite);

        var missing = await ApiHost.ProblemAsync(await client.PutAsJsonAsync(Bekasi, new { name = "x" }, TestContext.Current.CancellationToken), 422, "common.required");
        Assert.True(missing.GetProperty("errors").TryGetProperty("version", out _));
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync(Bekasi, new { name = "x", version = 6 }, TestContext.Current.CancellationToken), 409, "common.version_conflict");
    }

    [Fact]
    public async Task Field_errors_of_a_service_keep_their_fields()
    {
        await using var host = await ApiHost.StartAsync();
        host.RouterEditor.Setup(editor => editor.UpdateAsync(RouterRows.BekasiId, 7, It.Is<SaveRouterRequest>(request => request.Port == 8729 && request.Name == ""), It.IsAny<CancellationToken>()))
            .ReturnsAsync(CommonErrors.Invalid([new FieldError("name", "common.required"), new FieldError("host", "common.required")]));
        using var client = host.SignedIn(NetworkPermissions.RoutersWrite);

        var problem = await ApiHost.ProblemAsync(await client.PutAsJsonAsync(Bekasi, new { useTls = true, version = 7 }, TestContext.Current.CancellationToken), 422, "common.invalid");

        Assert.Equal(["name", "host"], problem.GetProperty("errors").EnumerateObject().Select(property => property.Name));
    }
}
