using System.Text.Json;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace IspPortal.Tests.Api;

public sealed class TheApiDocumentTests
{
    [Fact]
    public async Task It_is_valid_and_names_every_route()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.Anonymous();
        var json = await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        var read = OpenApiDocument.Parse(json, "json");

        Assert.Empty(read.Diagnostic?.Errors ?? []);
        Assert.Empty(read.Diagnostic?.Warnings ?? []);
        var named = read.Document!.Paths.SelectMany(path => path.Value.Operations!.Select(operation => $"{operation.Key} {path.Key}")).Order(StringComparer.Ordinal);
        Assert.Equal(Routes(host).Select(route => $"{route.Method} {route.Path}").Order(StringComparer.Ordinal), named);
        Assert.True(read.Document.Components!.SecuritySchemes!.ContainsKey("bearer"));
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_what_it_answers_and_who_may()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.Anonymous();
        var document = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var names = new HashSet<string>(StringComparer.Ordinal);

        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value))
        {
            var name = operation.GetProperty("operationId").GetString()!;
            Assert.True(names.Add(name), name);
            Assert.NotEqual("", operation.GetProperty("summary").GetString());
            Assert.Equal(1, operation.GetProperty("tags").GetArrayLength());
            var responses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToArray();
            Assert.Contains(responses, status => status.StartsWith('2'));
            Assert.Contains("429", responses);
            Assert.True(operation.TryGetProperty("security", out _) == responses.Contains("401"), name);
        }
    }

    [Fact]
    public async Task Words_keys_and_problems_are_described()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.Anonymous();
        var document = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var routers = document.GetProperty("paths").GetProperty("/api/v1/routers");

        var parameters = routers.GetProperty("get").GetProperty("parameters").EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!);
        Assert.Equal(["page", "pageSize", "search", "sort", "order", "state"], parameters.Keys);
        Assert.Equal(["unknown", "online", "warning", "offline", "disabled"], parameters["state"].GetProperty("schema").GetProperty("enum").EnumerateArray().Select(word => word.GetString()!));
        Assert.Contains(routers.GetProperty("post").GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
        Assert.True(document.GetProperty("components").GetProperty("schemas").GetProperty("ApiProblem").GetProperty("properties").TryGetProperty("code", out _));
    }

    [Fact]
    public async Task Every_route_answers_401_without_a_sign_in_and_403_without_its_permission()
    {
        // One caller asks for more routes than one may in a minute.
        await using var host = await ApiHost.StartAsync(settings: [new("Api:RequestsPerMinute", "100000"), new("Api:AnonymousRequestsPerMinute", "100000")]);
        using var anonymous = host.Anonymous();
        using var stranger = host.SignedIn("nothing.at_all");
        var walked = 0;

        foreach (var route in Routes(host).Where(route => !route.Open))
        {
            var url = route.Path.Replace("{id}", RouterRows.BekasiId.ToString(), StringComparison.Ordinal).Replace("{key}", "company", StringComparison.Ordinal);
            await ApiHost.ProblemAsync(await anonymous.SendAsync(new HttpRequestMessage(route.Method, url), TestContext.Current.CancellationToken), 401, "identity.sign_in_required");
            await ApiHost.ProblemAsync(await stranger.SendAsync(new HttpRequestMessage(route.Method, url), TestContext.Current.CancellationToken), 403, "identity.forbidden");
            walked++;
        }

        Assert.True(walked >= 20, $"{walked} routes");
    }

    [Fact]
    public async Task The_page_is_served()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.Anonymous();

        var page = await client.GetStringAsync("/api/docs/index.html", TestContext.Current.CancellationToken);

        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
    }

    private static IReadOnlyList<(HttpMethod Method, string Path, bool Open)> Routes(ApiHost host) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ApiRegistration.Root + "/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (
                HttpMethod.Parse(method),
                endpoint.RoutePattern.RawText!.TrimEnd('/'),
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null))),
    ];
}
