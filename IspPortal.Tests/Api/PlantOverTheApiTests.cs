using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Mapping;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>The plant through the real pipeline, with a small plant of the test's own and the lab's lines.</summary>
public sealed class PlantOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_house_is_connected_traced_measured_and_disconnected()
    {
        await using var host = new PortalHost();
        using var technician = await host.ClientOfAsync("tech@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        var plant = await DrawAsync(host);
        var odp = plant.Odps[0].Id;

        // A line of the lab whose way is not drawn.
        var access = LabLines.AccessId(20);

        // Lists and what they say.
        Assert.Equal("ODP-1", (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/odps/{odp}", Token))).GetProperty("name").GetString());
        Assert.Equal(8, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/odps?search=odp-2&hasFree=true", Token))).GetProperty("items")[0].GetProperty("stock").GetProperty("free").GetInt32());
        Assert.Equal(24, (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/cables/{plant.Distribution.Id}", Token))).GetProperty("cores").GetInt32());
        Assert.Equal("tower", (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/sites/{plant.Tower.Id}", Token))).GetProperty("kind").GetString());
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/odps/{Guid.CreateVersion7()}", Token), 404, "mapping.odp_not_found");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/odps?sort=moon", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/odps-near", Token), 422, "common.required");
        var near = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/odps-near?latitude=-6.25&longitude=107.0001", Token));
        Assert.Contains(near.GetProperty("items").EnumerateArray(), offer => offer.GetProperty("name").GetString() == "ODP-1" && offer.GetProperty("hasEnoughLight").GetBoolean());

        // Ports.
        await ApiHost.ProblemAsync(await auditor.PutAsJsonAsync($"/api/v1/odps/{odp}/ports/2", new { version = 0, state = "broken" }, Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await technician.PutAsJsonAsync($"/api/v1/odps/{odp}/ports/2", new { state = "broken" }, Token), 422, "common.required");
        Assert.Equal(204, (int)(await technician.PutAsJsonAsync($"/api/v1/odps/{odp}/ports/2", new { version = 0, state = "broken", note = "Adaptor pecah" }, Token)).StatusCode);
        var signUp = Guid.CreateVersion7();
        Assert.Equal(1, (await ApiHost.BodyAsync(await technician.PostAsJsonAsync($"/api/v1/odps/{odp}/reserve", new { @for = signUp }, Token))).GetProperty("number").GetInt32());
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"/api/v1/odps/{odp}/reserve", new { @for = Guid.CreateVersion7(), number = 1 }, Token), 409, "mapping.port_taken");
        Assert.Equal(204, (int)(await technician.PostAsync($"/api/v1/odps/{odp}/ports/1/release", null, Token)).StatusCode);
        var drop = new { id = Guid.CreateVersion7(), odpId = odp, number = 3, accesses = new[] { access }, latitude = -6.2501, longitude = 107.0001, ontSerial = "ZTEG00000001", measuredMetres = 40 };
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync("/api/v1/drops", new { odpId = odp }, Token), 422, "common.invalid");
        Assert.Equal(3, (await ApiHost.BodyAsync(await technician.PostAsJsonAsync("/api/v1/drops", drop, Token), 201)).GetProperty("number").GetInt32());
        var ports = (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/odps/{odp}/ports?pageSize=100", Token))).GetProperty("items");
        Assert.Equal(["free", "broken", "used", "free", "free", "free", "free", "free"], ports.EnumerateArray().Select(p => p.GetProperty("state").GetString()!));

        // Light.
        var readings = new { readings = new[] { new { ontSerial = "zteg00000001", atUtc = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5), rxDbm = -29.5 } } };
        Assert.Equal(1, (await ApiHost.BodyAsync(await technician.PostAsJsonAsync("/api/v1/optical-readings", readings, Token))).GetProperty("added").GetInt32());
        Assert.Equal(1, (await ApiHost.BodyAsync(await technician.PostAsJsonAsync("/api/v1/optical-readings", readings, Token))).GetProperty("known").GetInt32());
        await ApiHost.ProblemAsync(await auditor.PostAsJsonAsync("/api/v1/optical-readings", readings, Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync("/api/v1/optical-readings", new { readings = new object?[] { new { ontSerial = "ZTEG00000001" } } }, Token), 422, "common.invalid");
        Assert.Equal("api", (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/optical-readings?ontSerial=ZTEG00000001", Token))).GetProperty("items")[0].GetProperty("source").GetString());
        var level = (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/optical-levels?isBad=true&odpId={odp}", Token))).GetProperty("items")[0];
        Assert.True(level.GetProperty("missingDb").GetDouble() > 9);

        var trace = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/accesses/{access}/trace", Token));
        Assert.Equal(("atOlt", 14, -29.5), (trace.GetProperty("end").GetString(), trace.GetProperty("steps").GetArrayLength(), trace.GetProperty("measuredDbm").GetDouble()));
        Assert.Equal(("core", "blue"), (trace.GetProperty("steps")[5].GetProperty("kind").GetString(), trace.GetProperty("steps")[5].GetProperty("mark").GetProperty("colour").GetString()));
        Assert.Equal(JsonValueKind.Number, trace.GetProperty("path")[0].GetProperty("latitude").ValueKind);
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/plant-elements/{plant.Feeder.Id}/lines", Token), 422, "common.required");
        var below = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/plant-elements/{plant.Feeder.Id}/lines?kind=cable", Token));
        Assert.Equal((1, "FDR-1", "IDR"), (below.GetProperty("lines").GetInt32(), below.GetProperty("name").GetString(), below.GetProperty("currency").GetString()));

        // Away again.
        var used = ports[2].GetProperty("drop");
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"/api/v1/drops/{drop.id}/move", new { version = used.GetProperty("version").GetInt64(), odpId = plant.Odps[1].Id, details = new { ontSerial = "ZTEG00000009" } }, Token), 422, "common.invalid");
        var moved = await ApiHost.BodyAsync(await technician.PostAsJsonAsync($"/api/v1/drops/{drop.id}/move", new { version = used.GetProperty("version").GetInt64(), odpId = plant.Odps[1].Id }, Token));
        Assert.Equal(1, moved.GetProperty("number").GetInt32());
        await ApiHost.ProblemAsync(await technician.DeleteAsync($"/api/v1/drops/{drop.id}", Token), 422, "common.required");
        Assert.Equal(204, (int)(await technician.DeleteAsync($"/api/v1/drops/{drop.id}?version=2", Token)).StatusCode);
        Assert.Equal(0, (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/accesses/{access}/trace", Token))).GetProperty("steps").GetArrayLength());
    }

    private static async Task<DrawnPlant> DrawAsync(PortalHost host)
    {
        var plant = new DrawnPlant();
        await using var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");

        // What the atlas read before is not what there is now.
        var revision = context.Set<Core.Mapping.Plant.PlantRevision>().SingleOrDefault();
        if (revision is not null)
        {
            revision.Number++;
        }

        foreach (var row in plant.Rows().Where(row => revision is null || row is not Core.Mapping.Plant.PlantRevision))
        {
            context.Add(row);
        }

        await context.SaveChangesAsync(Token);
        host.Services.GetRequiredService<PlantAtlas>().Touch();
        return plant;
    }
}
