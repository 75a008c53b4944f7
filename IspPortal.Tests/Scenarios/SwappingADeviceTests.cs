using System.Text.Json;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using IspPortal.Tests.Web.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A technician stands in a living room with a phone and a new ONT: in both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class SwappingADeviceTests(LivePages pages)
{
    private const string Technician = "01890000-0000-7000-8000-00000000a004";

    [Theory]
    [ToldIn("en", "Gede Wirawan", "gede-tukar", "A1", "The line is bound to", "Swapped out: Gede Wirawan → Faulty returns", "Swapped in: Van of Dimas Saputra → Gede Wirawan", "swapped in")]
    [ToldIn("id", "Putu Ayu", "putu-tukar", "B2", "Langganan terikat pada", "Diganti: Putu Ayu → Retur rusak", "Dipasang sebagai pengganti: Mobil Dimas Saputra → Putu Ayu", "dipasang sebagai pengganti")]
    public async Task An_ONT_is_swapped_in_one_action_and_the_line_follows(string language, string name, string username, string tag, string bound, string went, string came, string told)
    {
        TestBrowser.SkipWithoutOne();
        var (oldSerial, newSerial, oldMac, newMac) = ($"OLD-ONT-{tag}", $"NEW-ONT-{tag}", $"C8:3A:35:77:00:{tag}", $"C8:3A:35:78:00:{tag}");
        var (customer, line, oldDevice, newDevice) = await FurnishAsync(name, username, oldSerial, newSerial, oldMac);

        var page = await pages.SignInAsync("tech@lab.test", language);
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync("/inventory/swap");
        await page.Locator("#swap-search").FillAsync(username);
        await page.Locator($"a.pick[href='inventory/swap?subscription={line}']").ClickAsync();

        // What is there, what the line is bound to, and what the scanned label is.
        await Expect(page.Locator($"[data-old-device='{oldSerial}'][data-chosen=true]")).ToBeVisibleAsync();
        await Expect(page.Locator(".form-page")).ToContainTextAsync($"{bound} {oldMac}");
        await page.Locator("#swap-new").FillAsync(newSerial.ToLowerInvariant());
        await Expect(page.Locator($"[data-found-device='{newSerial}']")).ToBeVisibleAsync();
        await LivePages.ExpectToFitAsync(page);

        // Nothing happens without a reason and the MAC address on the label.
        await page.Locator(".form-page button[type=submit]").ClickAsync();
        await Expect(page.Locator("#swap-reason-error")).ToBeVisibleAsync();
        await page.Locator("#swap-mac").FillAsync(newMac.Replace(":", "", StringComparison.Ordinal));
        await page.Locator("#swap-reason").FillAsync("LOS merah");
        await page.Locator(".form-page button[type=submit]").ClickAsync();

        // The line's page: bound to the new one, with what its router is told.
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/subscriptions/{line}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator("main")).ToContainTextAsync(newMac);

        await page.GotoAsync($"/inventory/{oldDevice}");
        await Expect(page.Locator("[data-movement=SwappedOut]")).ToHaveTextAsync(went);
        await page.GotoAsync($"/inventory/{newDevice}");
        await Expect(page.Locator("[data-movement=SwappedIn]")).ToHaveTextAsync(came);
        await page.GotoAsync($"/customers/{customer}");
        await Expect(page.Locator("[data-devices-card]")).ToContainTextAsync(newSerial);
        await Expect(page.Locator("[data-devices-card]")).Not.ToContainTextAsync(oldSerial);
        await page.GotoAsync($"/customers/{customer}?tab=timeline&what=device");
        await Expect(page.Locator(".timeline")).ToContainTextAsync(told);
        await page.Context.CloseAsync();
    }

    /// <summary>A customer with a line in service that is bound to its ONT, and a new one in the technician's van whose MAC address nobody wrote down.</summary>
    private async Task<(Guid Customer, Guid Line, Guid OldDevice, Guid NewDevice)> FurnishAsync(string name, string username, string oldSerial, string newSerial, string oldMac)
    {
        using var desk = await LiveDesk.OpenAsync(pages.Portal);
        var (customer, account) = await desk.CustomerAsync(name);
        var line = await desk.SellAsync(account, LabPlansStep.PlanId(1), 0, username);
        await desk.ActAsync(line, "bind", version => new { version, callerId = oldMac });
        var old = IdOf(await desk.PostAsync("inventory-items", new { modelId = LabInventoryStep.ModelId(0), warehouseId = LabInventoryStep.WarehouseId(0), lines = new[] { $"{oldSerial} {oldMac}" } }));
        await desk.PostAsync($"inventory-items/{old}/move", new { version = 1, place = "customer", customerId = customer, subscriptionId = line });
        var fresh = IdOf(await desk.PostAsync("inventory-items", new { modelId = LabInventoryStep.ModelId(1), place = "van", holderId = Technician, lines = new[] { newSerial } }));
        return (customer, line, old, fresh);

        static Guid IdOf(JsonElement received) => received[0].GetProperty("id").GetGuid();
    }
}
