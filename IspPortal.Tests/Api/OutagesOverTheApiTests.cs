using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>Outages through the real pipeline, with the lab's plant.</summary>
public sealed class OutagesOverTheApiTests
{
    private const string Outages = "/api/v1/outages";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Works_are_announced_noted_and_called_off()
    {
        await using var host = new PortalHost();
        using var noc = await host.ClientOfAsync("noc@lab.test");
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        var odp = (await ApiHost.BodyAsync(await noc.GetAsync("/api/v1/odps?pageSize=1", Token))).GetProperty("items")[0];
        var (from, to) = (TimeProvider.System.GetUtcNow().AddHours(2), TimeProvider.System.GetUtcNow().AddHours(4));
        var works = new { elementKind = "odp", elementId = odp.GetProperty("id").GetGuid(), fromUtc = from, toUtc = to, note = "Ganti splitter" };

        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync(Outages, new { works.elementKind }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync(Outages, works with { toUtc = from }, Token), 422, "common.invalid");
        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync(Outages, works with { elementId = Guid.CreateVersion7() }, Token), 404, "outages.element_not_found");
        await ApiHost.ProblemAsync(await clerk.PostAsJsonAsync(Outages, works, Token), 403, "identity.forbidden");
        var announced = await ApiHost.BodyAsync(await noc.PostAsJsonAsync(Outages, works, Token), 201);
        Assert.Equal(("planned", "announced", odp.GetProperty("name").GetString()), Told(announced));
        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync(Outages, works, Token), 409, "common.version_conflict");

        var id = announced.GetProperty("id").GetGuid();
        Assert.Equal(1, (await ApiHost.BodyAsync(await clerk.GetAsync($"{Outages}?isOpen=true&kind=planned", Token))).GetProperty("totalCount").GetInt32());
        await ApiHost.ProblemAsync(await clerk.GetAsync($"{Outages}?kind=moon", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await clerk.GetAsync($"{Outages}/{Guid.CreateVersion7()}", Token), 404, "outages.not_found");
        Assert.Equal(0, (await ApiHost.BodyAsync(await clerk.GetAsync($"{Outages}/{id}/lines", Token))).GetProperty("totalCount").GetInt32());
        var noted = await ApiHost.BodyAsync(await noc.PostAsJsonAsync($"{Outages}/{id}/note", new { version = 1, note = "Tim berangkat" }, Token));
        Assert.Equal("Tim berangkat", noted.GetProperty("note").GetString());
        await ApiHost.ProblemAsync(await noc.PostAsJsonAsync($"{Outages}/{id}/call-off", new { version = 1 }, Token), 409, "common.version_conflict");
        var calledOff = await ApiHost.BodyAsync(await noc.PostAsJsonAsync($"{Outages}/{id}/call-off", new { version = noted.GetProperty("version").GetInt64(), reason = "Hujan deras" }, Token));
        Assert.Equal(("dismissed", "Hujan deras"), (calledOff.GetProperty("state").GetString(), calledOff.GetProperty("calledOffBecause").GetString()));
    }

    private static (string? Kind, string? State, string? Name) Told(JsonElement outage) => (outage.GetProperty("kind").GetString(), outage.GetProperty("state").GetString(), outage.GetProperty("elementName").GetString());
}
