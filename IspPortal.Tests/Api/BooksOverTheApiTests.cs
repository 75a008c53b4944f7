using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>Ageing, taxes, revenue and leaks through the real pipeline.</summary>
public sealed class BooksOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_billed_is_aged_taxed_and_shared_out()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var today = (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/trial-balance", Token))).GetProperty("on").GetString()!;
        var before = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/ageing/totals", Token));
        await BillAsync(host, clerk, today);

        // The whole list is its totals, and each account is found by its number.
        var totals = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/ageing/totals", Token));
        Assert.Equal((today, "IDR"), (totals.GetProperty("on").GetString(), totals.GetProperty("currency").GetString()));
        Assert.True(Total(totals) > Total(before));
        var page = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/ageing?pageSize=2&page=1", Token));
        Assert.Equal(totals.GetProperty("accounts").GetInt64(), page.GetProperty("totalCount").GetInt64());
        var first = page.GetProperty("items")[0];
        Assert.True(Total(first) >= Total(page.GetProperty("items")[1]));
        var number = first.GetProperty("billingAccountNumber").GetString();
        var account = first.GetProperty("billingAccountId").GetGuid();
        Assert.Equal(Total(first), Total(await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/ageing/totals?search={number}", Token))));
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/ageing?on=2999-01-01", Token), 422, "ageing.bad_day");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/ageing?bucket=moon", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/ageing?sort=moon", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await technician.GetAsync("/api/v1/ageing", Token), 403, "identity.forbidden");

        // Terms are read by the auditor and set by the clerk.
        var terms = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/billing-accounts/{account}/terms", Token));
        var version = terms.GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await auditor.PutAsJsonAsync($"/api/v1/billing-accounts/{account}/terms", new { version, tax = "normal" }, Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await clerk.PutAsJsonAsync($"/api/v1/billing-accounts/{account}/terms", new { version }, Token), 422, "common.required");
        await ApiHost.ProblemAsync(await clerk.PutAsJsonAsync($"/api/v1/billing-accounts/{account}/terms", new { version, tax = "normal", npwp = "12" }, Token), 422, "common.invalid");
        await ApiHost.ProblemAsync(await clerk.PutAsJsonAsync($"/api/v1/billing-accounts/{account}/terms", new { version = version + 9, tax = "normal" }, Token), 409, "common.version_conflict");
        terms = await ApiHost.BodyAsync(await clerk.PutAsJsonAsync($"/api/v1/billing-accounts/{account}/terms", new { version, tax = "normal", withholdingBasisPoints = 200, npwp = "0098765432109000", idtku = "000001" }, Token));
        Assert.Equal((200, "000001"), (terms.GetProperty("withholdingBasisPoints").GetInt32(), terms.GetProperty("idtku").GetString()));
        Assert.DoesNotContain("0098765432109000", terms.ToString(), StringComparison.Ordinal);
        await ApiHost.ProblemAsync(await clerk.GetAsync($"/api/v1/billing-accounts/{Guid.CreateVersion7()}/terms", Token), 404, "customers.account_not_found");

        // Now it is filed with a faktur, which our missing number holds up.
        var summary = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/tax/summary?month={today[..7]}", Token));
        Assert.Equal(summary.GetProperty("tax").GetInt64(), summary.GetProperty("sums").EnumerateArray().Sum(sum => sum.GetProperty("tax").GetInt64()));
        var fakturs = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/tax/fakturs?month={today[..7]}", Token));
        Assert.Contains(fakturs.GetProperty("items").EnumerateArray(), faktur => faktur.GetProperty("billingAccountId").GetGuid() == account && faktur.GetProperty("missing").ToString().Contains("sellerTin", StringComparison.Ordinal));
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/tax/coretax?month={today[..7]}", Token), 409, "tax.data_missing");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/tax/coretax?month=november", Token), 422, "common.not_allowed");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/tax/fakturs", Token), 422, "common.required");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/tax/summary?month=2999-01", Token), 422, "tax.bad_month");
        Assert.Equal(4, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/tax/telecom", Token))).GetProperty("quarters").GetArrayLength());
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"invoices/{Guid.CreateVersion7()}/withholding-slip", new { number = "BP-1", on = today, amount = 1 }, "slip-1"), 404, "billing.invoice_not_found");
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"invoices/{Guid.CreateVersion7()}/withholding-slip", new { number = "BP-1", on = today }, "slip-2"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(auditor, $"invoices/{Guid.CreateVersion7()}/withholding-slip", new { number = "BP-1", on = today, amount = 1 }, "slip-3"), 403, "identity.forbidden");

        var revenue = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/revenue", Token));
        Assert.Equal(12, revenue.GetProperty("months").GetArrayLength());
        Assert.True(revenue.GetProperty("months")[11].GetProperty("total").GetInt64() > 0);
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/revenue?from=2026-01", Token), 422, "common.not_allowed");
        var shares = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/revenue/shares?by=area&from={today[..7]}&to={today[..7]}", Token));
        Assert.True(shares.GetProperty("items").GetArrayLength() > 0);
        Assert.Equal(6, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/leaks/totals", Token))).GetArrayLength());
        await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/leaks?kind=unknownOnRouter", Token));

        // Files: text, and workbooks that a spreadsheet opens.
        Assert.Contains(number!, await clerk.GetStringAsync($"/export/ageing.csv?q={number}", Token), StringComparison.Ordinal);
        foreach (var file in new[] { "ageing", "waiting-slips", "revenue", "revenue-shares", "leaks", "telecom", $"tax-summary?month={today[..7]}", $"fakturs?month={today[..7]}" }.Select(name => name.Split('?')))
        {
            foreach (var format in new[] { "csv", "xlsx" })
            {
                var bytes = await clerk.GetByteArrayAsync($"/export/{file[0]}.{format}{(file.Length > 1 ? "?" + file[1] : "")}", Token);
                Assert.StartsWith(format == "xlsx" ? "PK" : "\uFEFF", Encoding.UTF8.GetString(bytes[..4]), StringComparison.Ordinal);
            }
        }

        // Where no browser prints, the page itself comes back.
        using var paper = await clerk.GetAsync($"/export/ageing.pdf?q={number}", Token);
        Assert.True(paper.IsSuccessStatusCode);
        Assert.Contains(paper.Content.Headers.ContentType?.MediaType, new[] { "application/pdf", "text/html" });
        await ApiHost.ProblemAsync(await clerk.GetAsync($"/export/coretax.xml?month={today[..7]}", Token), 409, "tax.data_missing");
        await ApiHost.ProblemAsync(await technician.GetAsync("/export/ageing.xlsx", Token), 403, "identity.forbidden");
        Assert.Contains("billing-terms", (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/audit?entity=billing-terms", Token))).ToString(), StringComparison.Ordinal);
    }

    private static long Total(JsonElement row) => row.GetProperty("sums").GetProperty("total").GetInt64();

    private static async Task BillAsync(PortalHost host, HttpClient clerk, string today)
    {
        var run = await ApiHost.BodyAsync(await PostAsync(clerk, "billing-runs", new { throughOn = today }, "run-1"), 201);
        var id = run.GetProperty("id").GetGuid();
        await host.Services.GetRequiredService<BillingRunner>().RunAsync(Token);
        var version = (await ApiHost.BodyAsync(await clerk.GetAsync($"/api/v1/billing-runs/{id}", Token))).GetProperty("version").GetInt64();
        await ApiHost.BodyAsync(await PostAsync(clerk, $"billing-runs/{id}/approve", new { version }, "run-2"));
        await host.Services.GetRequiredService<BillingRunner>().RunAsync(Token);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        return await client.SendAsync(request, Token);
    }
}
