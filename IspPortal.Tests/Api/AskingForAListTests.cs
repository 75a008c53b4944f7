using IspPortal.Core.Common.Paging;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class AskingForAListTests
{
    [Fact]
    public async Task Page_sort_order_search_and_filter_reach_the_service()
    {
        await using var host = await ApiHost.StartAsync();
        var asked = new PageRequest(3, 20, "bekasi", "down", true);
        host.Routers.Setup(routers => routers.ListAsync(new RouterFilter(RouterState.Offline), asked, It.IsAny<CancellationToken>()))
            .ReturnsAsync(Page<RouterRow>.Of([RouterRows.Bekasi], asked, 41));

        using var client = host.SignedIn(NetworkPermissions.RoutersRead);
        var page = await ApiHost.BodyAsync(await client.GetAsync("/api/v1/routers?page=3&pageSize=20&search=bekasi&sort=down&order=desc&state=offline", TestContext.Current.CancellationToken));

        Assert.Equal(["items", "page", "pageSize", "totalCount"], page.EnumerateObject().Select(property => property.Name));
        Assert.Equal((3, 20, 41), (page.GetProperty("page").GetInt32(), page.GetProperty("pageSize").GetInt32(), page.GetProperty("totalCount").GetInt32()));
        var row = page.GetProperty("items")[0];
        Assert.Equal("offline", row.GetProperty("state").GetString());
        Assert.Equal(93_784, row.GetProperty("uptimeSeconds").GetInt64());
        Assert.Equal("2026-11-22T08:00:00Z", row.GetProperty("lastGoodPollAtUtc").GetString());
    }

    [Theory]
    [InlineData("pageSize=101", "common.page_size", "pageSize")]
    [InlineData("pageSize=0", "common.page_size", "pageSize")]
    [InlineData("page=0", "common.page", "page")]
    [InlineData("page=2147483647", "common.page", "page")]
    [InlineData("sort=password", "common.unknown_value", "sort")]
    [InlineData("order=up", "common.unknown_value", "order")]
    [InlineData("state=broken", "common.unknown_value", "state")]
    [InlineData("state=1", "common.unknown_value", "state")]
    public async Task A_value_outside_the_rules_is_a_field_error(string query, string code, string field)
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn(NetworkPermissions.RoutersRead);

        var problem = await ApiHost.ProblemAsync(await client.GetAsync($"/api/v1/routers?{query}", TestContext.Current.CancellationToken), 422, code);

        Assert.Equal(code, problem.GetProperty("errorCodes").GetProperty(field)[0].GetString());
        Assert.NotEqual("", problem.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task Two_wrong_fields_are_named_together()
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn(NetworkPermissions.RoutersRead);

        var problem = await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/routers?pageSize=500&sort=x", TestContext.Current.CancellationToken), 422, "common.invalid");

        Assert.Equal(["pageSize", "sort"], problem.GetProperty("errors").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("/api/v1/routers?page=two", "page")]
    [InlineData("/api/v1/sessions?routerId=7", "routerId")]
    [InlineData("/api/v1/audit?from=yesterday", "from")]
    [InlineData("/api/v1/alerts?activeOnly=perhaps", "activeOnly")]
    [InlineData("/api/v1/routers/not-a-guid", "id")]
    public async Task What_cannot_be_read_is_malformed_and_names_the_field(string url, string field)
    {
        await using var host = await ApiHost.StartAsync();
        using var client = host.SignedIn("routers.read", "sessions.read", "audit.read", "alerts.read");

        var problem = await ApiHost.ProblemAsync(await client.GetAsync(url, TestContext.Current.CancellationToken), 400, "common.malformed");

        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }
}
