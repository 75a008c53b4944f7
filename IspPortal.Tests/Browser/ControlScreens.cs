using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Takes a router of the lab over, lets somebody change it in Winbox, mends it, and draws what the portal shows of all that.</summary>
internal sealed partial class ControlScreens(IPage page, Func<IPage, string, string, Task> visit, Func<IPage, string, Task> shoot)
{
    private string _token = "";

    public async Task DrawAsync(string password, string taken, string takenName, string proven)
    {
        var signedIn = await page.APIRequest.PostAsync("/api/v1/auth/token", new APIRequestContextOptions { DataObject = new { email = "admin@lab.test", password } });
        _token = (await signedIn.JsonAsync())!.Value.GetProperty("accessToken").GetString()!;
        await visit(page, "router-prepare", "/routers/prepare");

        var names = await ImportAsync(taken);
        await AskAsync("POST", "router-backups", new { routerId = taken });
        await EditAsync(takenName, "profile", names[3], "BISNIS-100");
        await EditAsync(takenName, "disable", names[5], null);
        await EditAsync(takenName, "remove", names[7], null);
        await AskAsync("POST", "drift/compare", new { routerId = taken });
        await AskAsync("POST", "router-backups", new { routerId = taken });
        await visit(page, "drift", "/drift?sort=changed&order=desc");
        await visit(page, "events", "/events?kind=configurationchanged");
        await FindHolderAsync(taken);
        await page.GotoAsync($"/routers/{taken}?tab=backups");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Compare", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Side by side", Exact = true }).ClickAsync();
        await page.Locator(".table-sides").WaitForAsync();
        await shoot(page, "router-backups");

        var plan = (await AskAsync("POST", "drift/apply", new { routerId = taken, kind = "changed", reason = "Changed in Winbox by mistake" })).GetProperty("planId").GetString()!;
        await visit(page, "plan", $"/access-plans/{plan}");
        await ApplyAsync(plan);
        var line = (await AskAsync("GET", $"accesses?routerId={taken}&search={Uri.EscapeDataString(names[3])}", null)).GetProperty("items")[0].GetProperty("id").GetString();
        await visit(page, "line", $"/subscribers/{line}/line");

        await ApplyAsync((await AskAsync("POST", $"routers/{proven}/isolir/install", null)).GetProperty("planId").GetString()!);
        await AskAsync("POST", $"routers/{proven}/isolir/check", null);
        await visit(page, "router-isolir", $"/routers/{proven}?tab=isolir");
        await PairAsync(taken, proven);
        await GiveAddressesAsync(taken, names[0]);
        await visit(page, "plans", "/access-plans");

        await visit(page, "customers", "/customers");
        await visit(page, "customer", $"/customers/{await FirstAsync("customers?sort=name")}");
        await visit(page, "service-plans", "/plans");
        await visit(page, "service-plan", $"/plans/{await FirstAsync("plans?sort=name")}");
    }

    private async Task FindHolderAsync(string router)
    {
        var address = (await AskAsync("GET", $"sessions?routerId={router}&pageSize=1", null)).GetProperty("items")[0].GetProperty("address").GetString();
        await page.GotoAsync($"/events/address?address={address}");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("#who-had tbody tr").First.WaitForAsync();
        await shoot(page, "address-holder");
    }

    private async Task PairAsync(string router, string partner)
    {
        await page.GotoAsync($"/routers/{router}/edit");
        await page.Locator("#router-partner").SelectOptionAsync(partner);
        await page.Locator("#router-pair-mode").SelectOptionAsync("Standby");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync($"**/routers/{router}");
        await ApplyAsync((await AskAsync("POST", $"routers/{router}/pair/plan", new { action = "declareTwins", reason = "One power cut must not take both" })).GetProperty("planId").GetString()!);
        await AskAsync("POST", "drift/compare", new { routerId = partner });
        await visit(page, "router-pair", $"/routers/{router}?tab=pair");
    }

    // A fixed address inside a pool that is handed out is a conflict.
    private async Task GiveAddressesAsync(string router, string name)
    {
        var line = (await AskAsync("GET", $"accesses?routerId={router}&search={Uri.EscapeDataString(name)}", null)).GetProperty("items")[0].GetProperty("id").GetString();
        var pools = (await AskAsync("GET", $"address-pools?routerId={router}&sort=size&order=desc", null)).GetProperty("items");
        await AskAsync("POST", "address-assignments", new { accessId = line, range = pools[0].GetProperty("ranges").GetString() });
        await AskAsync("POST", "address-pools/read", new { routerId = router });
        await page.GotoAsync("/addressing");
        await page.Locator(".pool-usage button").First.ClickAsync();
        await page.Locator("[data-free]").WaitForAsync();
        await shoot(page, "addressing");
        await visit(page, "addressing-conflicts", "/addressing?tab=conflicts");
    }

    private async Task<string> FirstAsync(string list) => (await AskAsync("GET", $"{list}&pageSize=1", null)).GetProperty("items")[0].GetProperty("id").GetString()!;

    /// <summary>Gives the usernames that were taken.</summary>
    private async Task<List<string>> ImportAsync(string router)
    {
        var settings = await AskAsync("GET", "settings/isolir", null);
        await AskAsync("PUT", "settings/isolir", new { version = settings.GetProperty("version").GetInt64(), values = new { landingAddress = "10.255.255.10", allowedHosts = "pay.example.id" } });
        var secrets = (await AskAsync("GET", $"routers/{router}/tables/secrets?pageSize=100", null)).GetProperty("items").EnumerateArray()
            .Select(s => (Name: s.GetProperty("name").GetString()!, Comment: s.GetProperty("values").GetProperty("comment").GetString() ?? "")).Where(s => Plain().IsMatch(s.Name)).ToList();
        var rows = secrets.Select((s, i) => $"C-{1001 + i};{s.Comment.Replace(';', ' ').Replace('"', ' ')};0812{3000000 + (i * 7919)};{(i % 11 == 10 ? "" : s.Name)}");
        var import = (await AskAsync("POST", "imports", new { routerId = router, fileName = "pelanggan.csv", customers = "nomor;nama;hp;username\n" + string.Join('\n', rows) })).GetProperty("row");
        var id = import.GetProperty("id").GetString();
        await visit(page, "import", $"/imports/{id}");
        await AskAsync("POST", $"imports/{id}/take", new { version = import.GetProperty("version").GetInt64() });
        await AskAsync("POST", "drift/compare", new { routerId = router });
        await AskAsync("POST", $"routers/{router}/observe-mode/leave", new { reason = "Compared with the old system" });
        return secrets.ConvertAll(s => s.Name);
    }

    private async Task EditAsync(string router, string what, string item, string? value)
    {
        await page.GotoAsync("/lab");
        await page.WaitForSelectorAsync("main");
        var row = page.Locator("tr", new PageLocatorOptions { HasText = router });
        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Edit in Winbox" }).ClickAsync();
        await page.Locator("#edit-what").SelectOptionAsync(what);
        await page.Locator("#edit-item").FillAsync(item);
        if (value is not null)
        {
            await page.Locator("#edit-value").FillAsync(value);
        }

        await page.Locator(".dialog-actions .button-primary").ClickAsync();
        await page.Locator("#edit-what").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(0, await page.Locator(".error-panel").CountAsync());
    }

    private async Task ApplyAsync(string plan)
    {
        var draft = await AskAsync("GET", $"access-plans/{plan}", null);
        await AskAsync("POST", $"access-plans/{plan}/apply", new { version = draft.GetProperty("version").GetInt64() });
        while ((await AskAsync("GET", $"access-plans/{plan}", null)).GetProperty("state").GetString() == "applying")
        {
            await page.WaitForTimeoutAsync(500);
        }
    }

    private async Task<JsonElement> AskAsync(string method, string path, object? body)
    {
        var answer = await page.APIRequest.FetchAsync($"/api/v1/{path}", new APIRequestContextOptions
        {
            Method = method,
            DataObject = body,
            Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {_token}", ["Idempotency-Key"] = Guid.CreateVersion7().ToString() },
            Timeout = 180_000,
        });
        var text = await answer.TextAsync();
        Assert.True(answer.Ok, $"{method} {path}: {answer.Status} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    [GeneratedRegex(@"^[\w.@-]+$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Plain();
}
