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

    [Fact]
    public async Task A_warehouse_is_counted_and_the_stock_becomes_what_was_found()
    {
        const string Counts = "/api/v1/stock-counts";
        await using var host = new PortalHost();
        using var desk = await host.ClientOfAsync("billing@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var warehouse = LabInventoryStep.WarehouseId(1);
        var stock = await StockAsync();

        // Beginning: what is wrong is said, and one at a time.
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync(Counts, new { }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync(Counts, new { warehouseId = Guid.CreateVersion7() }, Token), 404, "inventory.warehouse_not_found");
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync(Counts, new { warehouseId = warehouse }, Token), 403, "identity.forbidden");
        var answer = await desk.PostAsJsonAsync(Counts, new { warehouseId = warehouse }, Token);
        var count = await ApiHost.BodyAsync(answer, 201);
        var url = $"{Counts}/{count.GetProperty("id").GetGuid()}";
        Assert.Equal(url, answer.Headers.Location!.ToString());
        Assert.Equal(("open", stock.Length, 0), (count.GetProperty("state").GetString(), count.GetProperty("missing").GetInt32(), count.GetProperty("found").GetInt32()));
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync(Counts, new { warehouseId = warehouse }, Token), 409, "inventory.count_open");

        // Finding: all but one, one of another warehouse, and one that nobody knows; once more changes nothing.
        var stray = (await ApiHost.BodyAsync(await desk.GetAsync($"{Items}?warehouseId={LabInventoryStep.WarehouseId(0)}&pageSize=1", Token))).GetProperty("items")[0].GetProperty("serial").GetString()!;
        string[] lines = [.. stock[1..], stray, "asing-0001", "keliru-0001"];
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync($"{url}/found", new { }, Token), 422, "common.invalid");
        var wrong = await ApiHost.ProblemAsync(await desk.PostAsJsonAsync($"{url}/found", new { lines = new[] { stock[0], "?" } }, Token), 422, "common.invalid");
        Assert.Contains("lines[2]", wrong.ToString(), StringComparison.Ordinal);
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"{url}/found", new { lines }, Token), 403, "identity.forbidden");
        Assert.Equal(lines.Length, (await ApiHost.BodyAsync(await desk.PostAsJsonAsync($"{url}/found", new { lines }, Token))).GetProperty("added").GetInt32());
        Assert.Equal(0, (await ApiHost.BodyAsync(await desk.PostAsJsonAsync($"{url}/found", new { lines }, Token))).GetProperty("added").GetInt32());
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync($"{url}/take-back", new { }, Token), 422, "common.invalid");
        Assert.Equal(204, (int)(await desk.PostAsJsonAsync($"{url}/take-back", new { serial = "keliru-0001" }, Token)).StatusCode);

        var now = await ApiHost.BodyAsync(await technician.GetAsync(url, Token));
        Assert.Equal((stock.Length - 1, 1, 1, 1), FiguresOf(now));
        await ApiHost.ProblemAsync(await desk.GetAsync($"{url}/lines?outcome=lost", Token), 422, "common.unknown_value");
        Assert.Equal([stock[0]], await SerialsAsync("missing"));
        Assert.Equal([stray], await SerialsAsync("misplaced"));
        Assert.Equal(["ASING-0001"], await SerialsAsync("unknown"));

        // Closing: the version counts, and afterwards nothing is noted any more.
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync($"{url}/close", new { }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync($"{url}/close", new { version = 99 }, Token), 409, "common.version_conflict");
        var closed = await ApiHost.BodyAsync(await desk.PostAsJsonAsync($"{url}/close", new { version = now.GetProperty("version").GetInt64() }, Token));
        Assert.Equal("closed", closed.GetProperty("state").GetString());
        Assert.Equal((stock.Length - 1, 1, 1, 1), FiguresOf(closed));
        Assert.Equal(stock[1..].Append(stray).Order(StringComparer.Ordinal), await StockAsync());
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync($"{url}/found", new { lines }, Token), 409, "inventory.count_closed");
        await ApiHost.ProblemAsync(await desk.PostAsJsonAsync($"{url}/take-back", new { serial = stray }, Token), 409, "inventory.count_closed");
        await ApiHost.ProblemAsync(await desk.GetAsync($"{Counts}/{Guid.CreateVersion7()}", Token), 404, "inventory.count_not_found");

        // One that is given up corrects nothing.
        var second = await ApiHost.BodyAsync(await desk.PostAsJsonAsync(Counts, new { warehouseId = warehouse }, Token), 201);
        var given = await desk.PostAsJsonAsync($"{Counts}/{second.GetProperty("id").GetGuid()}/cancel", new { version = second.GetProperty("version").GetInt64() }, Token);
        Assert.Equal("cancelled", (await ApiHost.BodyAsync(given)).GetProperty("state").GetString());
        Assert.Equal(stock.Length, (await StockAsync()).Length);
        Assert.Equal(2, (await ApiHost.BodyAsync(await technician.GetAsync($"{Counts}?warehouseId={warehouse}", Token))).GetProperty("totalCount").GetInt32());
        Assert.Equal(0, (await ApiHost.BodyAsync(await technician.GetAsync($"{Counts}?warehouseId={LabInventoryStep.WarehouseId(0)}", Token))).GetProperty("totalCount").GetInt32());

        async Task<string[]> StockAsync() =>
            [.. (await ApiHost.BodyAsync(await desk.GetAsync($"{Items}?warehouseId={warehouse}&pageSize=100", Token))).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("serial").GetString()!).Order(StringComparer.Ordinal)];

        async Task<string[]> SerialsAsync(string outcome) =>
            [.. (await ApiHost.BodyAsync(await desk.GetAsync($"{url}/lines?outcome={outcome}", Token))).GetProperty("items").EnumerateArray().Select(line => line.GetProperty("serial").GetString()!)];

        static (int Matched, int Missing, int Misplaced, int Unknown) FiguresOf(JsonElement row) =>
            (row.GetProperty("matched").GetInt32(), row.GetProperty("missing").GetInt32(), row.GetProperty("misplaced").GetInt32(), row.GetProperty("unknown").GetInt32());
    }
}
