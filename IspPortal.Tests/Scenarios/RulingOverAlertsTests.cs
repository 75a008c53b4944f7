using System.Globalization;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>The NOC makes a rule that holds at once, sees its alert, takes it, notes and ends it, and plans maintenance. In both languages.</summary>
[Collection(LivePortalTests.Name)]
public sealed class RulingOverAlertsTests(LivePages pages)
{
    [Theory]
    [ToldIn("en", "RTR-BEKASI", "Acknowledged", "Off")]
    [ToldIn("id", "RTR-TAMBUN", "Ditangani", "Mati")]
    public async Task A_rule_is_tried_and_kept_and_its_alert_lives_until_it_is_ended(string language, string router, string taken, string off)
    {
        var name = "CPU is read, " + language;
        var page = await pages.SignInAsync(LivePages.Operator, language);
        await page.GotoAsync("/alerts/rules");
        await page.Locator(".page-actions a[href='alerts/rules/new']").ClickAsync();
        await page.Locator("#rule-name").FillAsync(name);
        await page.Locator("#rule-metric").SelectOptionAsync("CpuPercent");
        await page.Locator("#rule-operator").SelectOptionAsync("AtLeast");
        await page.Locator(".form-actions button[type=submit]").ClickAsync();
        await Expect(page.Locator("#rule-value-error")).ToBeVisibleAsync();
        await page.Locator("#rule-value").FillAsync("0");
        await page.Locator(".plan-picker label", new() { HasText = router }).Locator("input").CheckAsync();
        await page.Locator("[data-preview] button").ClickAsync();
        await Expect(page.Locator("[data-fired]")).ToHaveAttributeAsync("data-fired", "1");
        await Expect(page.Locator("[data-preview] li").First).ToContainTextAsync(router);
        await page.Locator(".form-actions button[type=submit]").ClickAsync();
        await Expect(page.Locator("tbody tr", new() { HasText = name })).ToHaveCountAsync(1);

        // The next poll of that router opens it: the bell says so, and it has a page.
        await page.GotoAsync("/alerts");
        var row = page.Locator("tbody tr", new() { HasText = name });
        await Expect(row).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Expect(row).ToContainTextAsync(router);
        await row.Locator("a.cell-main").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await Expect(page.Locator("[data-moment=Opened]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".chart canvas, .chart svg").First).ToBeVisibleAsync();
        await page.Locator("#alert-add-note").FillAsync("melihat-lihat");
        await page.Locator("form.note-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-moment=Noted]")).ToContainTextAsync("melihat-lihat");
        await page.Locator(".page-actions button").First.ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator(".page-header .badges")).ToContainTextAsync(taken);

        // Switched off, its alert is over.
        await page.GotoAsync("/alerts/rules?search=" + Uri.EscapeDataString(name));
        await page.Locator("tbody tr", new() { HasText = name }).Locator(".row-actions button").ClickAsync();
        await Expect(page.Locator("tbody tr", new() { HasText = name }).Locator(".badge", new() { HasText = off })).ToBeVisibleAsync();
        await page.GotoAsync("/alerts");
        await Expect(page.Locator("tbody tr", new() { HasText = name })).ToHaveCountAsync(0);
        await page.GotoAsync("/alerts?status=resolved");
        await Expect(page.Locator("tbody tr", new() { HasText = name })).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_rota_a_policy_and_a_maintenance_window_are_made_and_changed()
    {
        var page = await pages.SignInAsync(LivePages.Operator, "en");
        await page.GotoAsync("/alerts/on-call");
        await page.Locator("[data-act=rota]").ClickAsync();
        await page.Locator("#rota-from").FillAsync(LiveDesk.Today.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Locator("#rota-add").SelectOptionAsync(new SelectOptionValue { Label = "Bagus Pratama" });
        await Expect(page.Locator("[data-members] li")).ToHaveCountAsync(1);
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-now]")).ToHaveTextAsync("Bagus Pratama");
        await page.Locator("[data-act=stand-in]").ClickAsync();
        await page.Locator("#stand-in-who").SelectOptionAsync(new SelectOptionValue { Label = "Ayu Lestari" });
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-now]")).ToHaveTextAsync("Ayu Lestari");
        await page.Locator("[data-turns] button").First.ClickAsync();
        await Expect(page.Locator("[data-now]")).ToHaveTextAsync("Bagus Pratama");

        await page.GotoAsync("/alerts/policies");
        await page.Locator("[data-act=add]").ClickAsync();
        await page.Locator("#policy-name").FillAsync("Night shift");
        await page.Locator("[data-act=add-step]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator(".rz-dialog .field-error")).ToBeVisibleAsync();
        await page.Locator("[data-step='2'] label", new() { HasText = "All NOC operators" }).Locator("input").CheckAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-policy='Night shift'] ol li")).ToHaveCountAsync(2);

        await page.GotoAsync("/alerts/maintenance");
        await page.Locator("[data-act=plan]").ClickAsync();
        await page.Locator("#window-target").SelectOptionAsync("Everything");
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("#window-reason-error")).ToBeVisibleAsync();
        await page.Locator("#window-from").FillAsync(LiveDesk.Today.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T01:00");
        await page.Locator("#window-to").FillAsync(LiveDesk.Today.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T03:00");
        await page.Locator("#window-reason").FillAsync("Upgrade malam");
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        var window = page.Locator("tbody tr", new() { HasText = "Upgrade malam" });
        await Expect(window.Locator(".badge", new() { HasText = "Planned" })).ToBeVisibleAsync();
        await window.Locator(".row-actions button").ClickAsync();
        await Expect(window.Locator(".badge", new() { HasText = "Over" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
