using System.Net.Http.Json;
using System.Text;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Infrastructure.Tables;
using IspPortal.Tests.Documents;
using IspPortal.Tests.Security;
using IspPortal.Tests.Web.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>The files of the billing lists through the real pipeline: each really opens.</summary>
public sealed class BillingListsOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_opens_as_text_as_workbook_and_on_paper()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var today = (await ApiHost.BodyAsync(await clerk.GetAsync("/api/v1/trial-balance", Token))).GetProperty("on").GetString()!;
        var run = (await ApiHost.BodyAsync(await PostAsync(clerk, "billing-runs", new { throughOn = today }, "run-1"), 201)).GetProperty("id").GetGuid();
        await host.Services.GetRequiredService<BillingRunner>().RunAsync(Token);
        var account = (await ApiHost.BodyAsync(await clerk.GetAsync($"/api/v1/billing-runs/{run}/accounts?pageSize=1", Token))).GetProperty("items")[0].GetProperty("billingAccountId").GetGuid();

        foreach (var list in new[]
        {
            "billing-runs", $"billing-runs/{run}", "invoices", $"statement?account={account}", "ageing", "dunning", "isolir-runs", "credit-notes", "receipts", "journal", "trial-balance", "revenue", "revenue-shares", "leaks",
            "day-closings", "waiting-slips", "telecom", $"tax-summary?month={today[..7]}", $"fakturs?month={today[..7]}",
        }.Select(name => name.Split('?')))
        {
            string PathOf(string format) => $"/export/{list[0]}.{format}{(list.Length > 1 ? "?" + list[1] : "")}";
            var text = await clerk.GetStringAsync(PathOf("csv"), Token);
            var heading = text.TrimStart('\uFEFF').Split("\r\n")[0].Split(',')[0].Trim('"');
            Assert.NotEmpty(heading);
            // What the library that wrote it reads back.
            var sheet = Assert.Single(TableReader.Read(await clerk.GetByteArrayAsync(PathOf("xlsx"), Token), new TableLimits(20, 50_000)).Value);
            Assert.Equal(heading, sheet.Rows[0].Cells[0]);
            Assert.Equal(text.TrimEnd().Split("\r\n").Length, sheet.Rows.Count);
            using var forbidden = await technician.GetAsync(PathOf("pdf"), Token);
            Assert.Equal(403, (int)forbidden.StatusCode);
        }

        var missing = Guid.CreateVersion7();
        Assert.Equal(404, (int)(await clerk.GetAsync($"/export/statement.pdf?account={missing}", Token)).StatusCode);
        TestBrowser.SkipWithoutOne();
        foreach (var list in new[] { $"billing-runs/{run}", "trial-balance", "telecom" })
        {
            var pdf = await clerk.GetByteArrayAsync($"/export/{list}.pdf", Token);
            Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf[..4]));
            Assert.NotEmpty(PdfText.Dense(PdfText.Of(pdf)));
            await Rendered.AssertInkAsync(pdf);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        return await client.SendAsync(request, Token);
    }
}
