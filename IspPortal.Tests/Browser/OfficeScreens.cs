using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Draws what the office works with: customers and their papers, plans, subscriptions, sign-ups, a change of many, an import, the warehouse.</summary>
internal sealed class OfficeScreens(IPage page, Func<IPage, string, string, Task> visit, Func<IPage, string, Task> shoot)
{
    public async Task DrawAsync(string suffix = "")
    {
        await visit(page, "customers" + suffix, "/customers?status=suspended");
        await ShowPaperAsync("customer-documents" + suffix);
        await AskWhatIfAsync("plan-what-if" + suffix);
        await visit(page, "speed-campaign" + suffix, $"/speed-campaigns/{await FirstAsync("plans/campaigns")}");
        await visit(page, "subscriptions" + suffix, "/subscriptions");
        await visit(page, "subscription" + suffix, $"/subscriptions/{await FirstAsync("subscriptions")}");
        await visit(page, "sign-up" + suffix, $"/sign-up/new?customer={await FirstAsync("customers?sort=name")}");
        await PreviewAsync("bulk-change" + suffix);
        await ImportAsync("import-columns" + suffix, "import-check" + suffix);
        await visit(page, "inventory" + suffix, "/inventory");
        await visit(page, "inventory-item" + suffix, $"/inventory/{await FirstAsync("inventory-items")}");
    }

    /// <summary>The papers of a customer with the first picture opened.</summary>
    private async Task ShowPaperAsync(string name)
    {
        var answer = await page.APIRequest.GetAsync("/api/v1/documents?kind=identityCard&pageSize=1");
        Assert.True(answer.Ok, $"documents answered {answer.Status}.");
        await page.GotoAsync($"/customers/{(await answer.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("customerId").GetString()}?tab=documents");
        await page.Locator("button.document-tile").First.ClickAsync();
        await page.Locator("[data-document] img").First.WaitForAsync();
        await shoot(page, name);
    }

    private async Task AskWhatIfAsync(string name)
    {
        var answer = await page.APIRequest.GetAsync("/api/v1/plans?search=HOME-20&pageSize=1");
        Assert.True(answer.Ok, $"plans answered {answer.Status}.");
        await page.GotoAsync($"/plans/{(await answer.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString()}?tab=what-if");
        await page.Locator("#what-down").FillAsync("25");
        await page.Locator(".what-if button[type=submit]").ClickAsync();
        await page.Locator("[data-figure=what-kicks]").WaitForAsync();
        await page.Locator("[data-report=what-if]").ScrollIntoViewIfNeededAsync();
        await shoot(page, name);
    }

    private async Task PreviewAsync(string name)
    {
        await page.GotoAsync("/subscriptions/bulk?status=active");
        await page.Locator("#bulk-plan").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.Locator("#bulk-reason").FillAsync("Every home line becomes faster");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("[data-bulk-preview=true]").WaitForAsync();
        await shoot(page, name);
    }

    private async Task ImportAsync(string columns, string check)
    {
        const string File = """
            Kode Pelanggan;Nama;No HP;Alamat;Kecamatan;Kota;NIK;Tgl daftar
            LAMA-001;Ratna Dewi;0812-7700-1101;Jl. Anggrek No. 12;Setu;Bekasi;3216012303880001;17/08/2021
            LAMA-002;CV Sumber Rejeki;0812-7700-1102;Ruko Grand Wisata AA-3;Tambun Selatan;Bekasi;;02/01/2022
            LAMA-003;Hendra Gunawan;0812-7700-1103;Jl. Cempaka No. 5;Setu;Bekasi;3216011207900002;05/03/2022
            LAMA-004;Lina Marlina;0812-7700-1103;Jl. Cempaka No. 7;Setu;Bekasi;;05/03/2022
            LAMA-005;Agus Salim;7700;Jl. Dahlia No. 9;Setu;Bekasi;321601;31/02/2022
            LAMA-001;Ratna Dewi;0812-7700-1101;Jl. Anggrek No. 12;Setu;Bekasi;3216012303880001;17/08/2021
            """;
        await page.GotoAsync("/customer-imports");
        await page.ChooseFileAsync("#customer-import-file", new FilePayload { Name = "pelanggan-lama.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(File) });
        await page.Locator("[data-file-ready]").WaitForAsync();
        await page.Locator(".begin-import .button-primary").ClickAsync();
        await page.Locator("#map-name").WaitForAsync();
        await shoot(page, columns);
        await page.Locator(".form-actions .button-primary").ClickAsync();
        await page.Locator("[data-import-state=Checked] .rz-grid-table tbody tr").First.WaitForAsync();
        await shoot(page, check);
    }

    private async Task<string> FirstAsync(string path)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pageSize=1");
        Assert.True(answer.Ok, $"{path} answered {answer.Status}.");
        return (await answer.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
