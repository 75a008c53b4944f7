using System.Text.Json;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Dunning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Settings;
using IspPortal.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A clerk looks at an isolir run, lets it isolate, and a customer who pays comes back by itself.</summary>
public sealed class IsolatingLatePayersInABrowserTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Late_payers_are_looked_at_isolated_and_come_back_when_they_pay()
    {
        var page = await pages.SignInAsync(LivePages.Administrator);
        await page.GotoAsync("/billing/runs");
        await page.Locator("[data-act=new-run]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-run-state=Waiting]")).ToBeVisibleAsync();
        await page.Locator("[data-act=approve]").ClickAsync();
        await page.Locator(".rz-dialog .button-primary").ClickAsync();
        await Expect(page.Locator("[data-run-state=Done]")).ToBeVisibleAsync();
        await MakeOldAsync();

        await page.GotoAsync("/billing/dunning");
        await Expect(page.Locator("[data-stage=IsolirDue]")).ToBeVisibleAsync();
        await LivePages.ExpectToFitAsync(page);
        await page.GotoAsync("/billing/isolir");
        await page.Locator("[data-act=new-run]").ClickAsync();
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-run-state=Waiting]")).ToBeVisibleAsync();
        await LivePages.ExpectSomeAsync(page.Locator("[data-figure=accounts]"));
        await Expect(page.Locator("tbody a.cell-main").First).ToBeVisibleAsync();
        await page.Locator("[data-act=approve]").ClickAsync();
        await page.Locator(".rz-dialog .button-danger").ClickAsync();
        await Expect(page.Locator("[data-run-state=Done]")).ToBeVisibleAsync();
        await LivePages.ExpectSomeAsync(page.Locator("[data-figure=isolated]"));

        var account = page.Locator("tbody a.cell-main").First;
        var href = (await account.GetAttributeAsync("href"))!;
        await account.ClickAsync();
        await Expect(page.Locator("[data-dunning=Isolated]")).ToBeVisibleAsync();
        await PayAsync(Guid.Parse(href[(href.LastIndexOf('/') + 1)..]));
        await LivePages.PollUntilAsync(
            async () =>
            {
                await page.ReloadAsync();
                await Expect(page.Locator("[data-dunning]")).ToBeVisibleAsync();
                return await page.Locator("[data-dunning=Clear]").CountAsync() == 1;
            },
            TimeSpan.FromSeconds(30),
            () => "the lines of who paid did not come back");
        await page.SetViewportSizeAsync(390, 844);
        await LivePages.ExpectToFitAsync(page);
        await page.Context.CloseAsync();
    }

    // The bills were due ten days ago, the routers are proven, and isolir has no hours.
    private async Task MakeOldAsync()
    {
        var services = pages.Portal.Services;
        var due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-10);
        var wanted = new DunningSettings { IsolirHour = 0, NoIsolirAfter = "", RunSharePercent = 100 };
        await using (var context = services.GetRequiredService<PortalContextSource>().CreateForSystem("test"))
        {
            await context.Set<Invoice>().Where(i => i.Kind == InvoiceKind.Invoice).ExecuteUpdateAsync(set => set.SetProperty(i => i.DueOn, due), Token);
            await context.Set<Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.IsolirProvenAtUtc, DateTime.UnixEpoch).SetProperty(r => r.ObservesSinceUtc, (DateTime?)null), Token);
            context.Add(new SettingsRow { Key = "dunning", Json = JsonSerializer.Serialize(wanted, SettingsJson.Stored), ChangedAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
        }

        var settings = services.GetRequiredService<ISettingsReader<DunningSettings>>();
        await LivePages.PollUntilAsync(async () => (await settings.GetAsync(Token)).RunSharePercent == 100, TimeSpan.FromSeconds(40), () => "the settings were not read");
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DunningWalk>().RunAsync(Token);
    }

    private async Task PayAsync(Guid accountId)
    {
        await using var context = pages.Portal.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        await context.Set<Invoice>().Where(i => i.BillingAccountId == accountId).ExecuteUpdateAsync(set => set.SetProperty(i => i.SettledMinor, i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor), Token);
    }
}
