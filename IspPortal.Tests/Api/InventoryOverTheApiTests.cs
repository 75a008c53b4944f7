using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>The inventory through the real pipeline, with the lab's devices.</summary>
public sealed class InventoryOverTheApiTests
{
    private const string Items = "/api/v1/inventory-items";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Devices_are_received_moved_and_swapped()
    {
        await using var host = new PortalHost();
        using var desk = await host.ClientOfAsync("billing@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var (model, warehouse, customer) = (LabInventoryStep.ModelId(0), LabInventoryStep.WarehouseId(0), LabCustomers.CustomerId(0));

        // What the lab has: a device at each of its customers, stock, a van, faulty returns.
        var there = (await ApiHost.BodyAsync(await desk.GetAsync($"{Items}?customerId={customer}", Token))).GetProperty("items")[0];
        Assert.Equal(("customer", LabInventoryStep.DeviceId(0)), (there.GetProperty("at").GetProperty("place").GetString(), there.GetProperty("id").GetGuid()));
        foreach (var (filter, least) in new[] { ("place=customer", 100), ("place=warehouse&kind=ont", 20), ("place=van", 6), ("place=faultyReturns", 9) })
        {
            Assert.True((await ApiHost.BodyAsync(await desk.GetAsync($"{Items}?{filter}", Token))).GetProperty("totalCount").GetInt32() >= least, filter);
        }

        await ApiHost.ProblemAsync(await desk.GetAsync($"{Items}?place=moon", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await desk.GetAsync($"{Items}/{Guid.CreateVersion7()}", Token), 404, "inventory.device_not_found");
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync(Items, new { lines = new[] { "NEW-0001" } }, Token), 422, "common.required");
        var wrong = await ApiHost.ProblemAsync(await desk.PostAsJsonAsync(Items, new { modelId = model, warehouseId = warehouse, lines = new[] { "NEW-0001", there.GetProperty("serial").GetString() } }, Token), 422, "common.invalid");
        Assert.Contains("lines[2]", wrong.ToString(), StringComparison.Ordinal);
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync(Items, new { modelId = model, warehouseId = warehouse, lines = new[] { "NEW-0001" } }, Token), 403, "identity.forbidden");
        var received = await ApiHost.BodyAsync(await desk.PostAsJsonAsync(Items, new { modelId = model, warehouseId = warehouse, lines = new[] { "new-0001 c83a.3500.0001", "NEW-0002" }, reason = "Kiriman" }, Token), 201);
        var fresh = received[0].GetProperty("id").GetGuid();

        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"{Items}/{fresh}/move", new { place = "retired", reason = "x" }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"{Items}/{fresh}/move", new { version = 1, place = "retired", reason = "x" }, Token), 403, "inventory.retiring_needs_write");
        var moved = await ApiHost.BodyAsync(await technician.PostAsJsonAsync($"{Items}/{fresh}/move", new { version = 1, place = "van", holderId = new Guid("01890000-0000-7000-8000-00000000a004") }, Token));
        Assert.Equal("Dimas Saputra", moved.GetProperty("at").GetProperty("holderName").GetString());
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"{Items}/{fresh}/move", new { version = 1, place = "warehouse", warehouseId = warehouse }, Token), 409, "common.version_conflict");

        var swap = new { customerId = customer, oldDeviceId = there.GetProperty("id").GetGuid(), newDevice = "C83A35000001", reason = "LOS merah" };
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"{Items}/swap", swap, Token), 400, "common.idempotency_key_required");
        var swapped = await ApiHost.BodyAsync(await SwapAsync(swap, "swap-1"));
        Assert.Equal((fresh, JsonValueKind.Null), (swapped.GetProperty("newDeviceId").GetGuid(), swapped.GetProperty("boundTo").ValueKind));
        Assert.Equal(fresh, (await ApiHost.BodyAsync(await SwapAsync(swap, "swap-1"))).GetProperty("newDeviceId").GetGuid());
        await ApiHost.ProblemAsync(await SwapAsync(swap, "swap-2"), 409, "inventory.not_at_customer");
        await ApiHost.ProblemAsync(await SwapAsync(new { reason = "x" }, "swap-3"), 422, "common.required");

        var movements = (await ApiHost.BodyAsync(await desk.GetAsync($"{Items}/{fresh}/movements", Token))).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("kind").GetString());
        Assert.Equal(["swappedIn", "moved", "received"], movements);
        var old = await ApiHost.BodyAsync(await desk.GetAsync($"{Items}/{there.GetProperty("id").GetGuid()}", Token));
        Assert.Equal("faultyReturns", old.GetProperty("at").GetProperty("place").GetString());
        var changed = await desk.PutAsJsonAsync($"{Items}/{fresh}", new { version = 3, modelId = model, serial = "NEW-0001", mac = "C83A35000009", owner = "customer", note = "Dibeli pelanggan" }, Token);
        Assert.Equal(("C8:3A:35:00:00:09", "customer"), ((await ApiHost.BodyAsync(changed)).GetProperty("mac").GetString(), "customer"));
        var timeline = await ApiHost.BodyAsync(await desk.GetAsync($"/api/v1/customers/{customer}/timeline?kind=device", Token));
        Assert.Contains("swapped_in", timeline.ToString(), StringComparison.Ordinal);

        async Task<HttpResponseMessage> SwapAsync(object body, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Items}/swap") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
            return await technician.SendAsync(request, Token);
        }
    }
}
