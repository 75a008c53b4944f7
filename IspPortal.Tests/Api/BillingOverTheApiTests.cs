using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Infrastructure.Billing.Print;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Tests.Documents;
using IspPortal.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>Billing runs and bills through the real pipeline.</summary>
public sealed class BillingOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_prepared_looked_at_approved_and_its_bills_are_read()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var today = (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/trial-balance", Token))).GetProperty("on").GetString();

        await ApiHost.ProblemAsync(await PostAsync(auditor, "billing-runs", new { throughOn = today }, "run-0"), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "billing-runs", new { }, "run-1"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "billing-runs", new { throughOn = "2001-01-01" }, "run-2"), 422, "billing.day_too_far");
        var run = await ApiHost.BodyAsync(await PostAsync(clerk, "billing-runs", new { throughOn = today }, "run-3"), 201);
        var id = run.GetProperty("id").GetGuid();
        // The same again is answered as before, another one has to wait.
        Assert.Equal(id, (await ApiHost.BodyAsync(await PostAsync(clerk, "billing-runs", new { throughOn = today }, "run-3"), 201)).GetProperty("id").GetGuid());
        await ApiHost.ProblemAsync(await PostAsync(clerk, "billing-runs", new { throughOn = today }, "run-4"), 409, "billing.run_open");
        await host.Services.GetRequiredService<BillingRunner>().RunAsync(Token);

        run = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/billing-runs/{id}", Token));
        Assert.Equal(("waiting", "IDR", true), (run.GetProperty("state").GetString(), run.GetProperty("currency").GetString(), run.GetProperty("accounts").GetInt32() > 0));
        var items = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/billing-runs/{id}/accounts?pageSize=5&state=waiting", Token));
        var account = items.GetProperty("items")[0].GetProperty("billingAccountId").GetGuid();
        var next = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/billing-accounts/{account}/next-bill?on={today}", Token));
        Assert.Equal(items.GetProperty("items")[0].GetProperty("base").GetInt64(), next.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("amount").GetInt64()));
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/billing-runs/{id}/accounts?state=moon", Token), 422, "common.unknown_value");

        var version = run.GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"billing-runs/{id}/approve", new { }, "ok-0"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"billing-runs/{id}/approve", new { version = version + 7 }, "ok-1"), 409, "common.version_conflict");
        Assert.Equal("running", (await ApiHost.BodyAsync(await PostAsync(clerk, $"billing-runs/{id}/approve", new { version }, "ok-2"))).GetProperty("state").GetString());
        await host.Services.GetRequiredService<BillingRunner>().RunAsync(Token);
        run = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/billing-runs/{id}", Token));
        Assert.Equal(("done", run.GetProperty("accounts").GetInt32()), (run.GetProperty("state").GetString(), run.GetProperty("billed").GetInt32()));
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"billing-runs/{id}/discard", new { }, "no-0"), 409, "billing.run_state");

        var bills = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/invoices?runId={id}&sort=payable&order=desc&pageSize=3", Token));
        Assert.True(bills.GetProperty("totalCount").GetInt32() >= run.GetProperty("billed").GetInt32());
        var bill = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/invoices/{bills.GetProperty("items")[0].GetProperty("id").GetGuid()}", Token));
        Assert.Equal(bill.GetProperty("base").GetInt64() + bill.GetProperty("tax").GetInt64(), bill.GetProperty("invoice").GetProperty("total").GetInt64());
        Assert.Equal(bill.GetProperty("base").GetInt64(), bill.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("amount").GetInt64()));
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/invoices/{Guid.CreateVersion7()}", Token), 404, "billing.invoice_not_found");
        await ApiHost.ProblemAsync(await technician.GetAsync("/api/v1/invoices", Token), 403, "identity.forbidden");
        await PaperAsync(clerk, auditor, technician, bill.GetProperty("invoice"));
        await BundleAsync(host, clerk, auditor, technician, bill.GetProperty("invoice").GetProperty("billingAccountId").GetGuid());
        await ThoughtAsync(clerk, auditor, today!);
        Assert.Contains("billing-run", (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/audit?entity=billing-run", Token))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bill_is_written_paid_in_part_taken_back_and_given_up()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var account = (await ApiHost.BodyAsync(await clerk.GetAsync("/api/v1/billing-accounts?pageSize=1", Token))).GetProperty("items")[0].GetProperty("id").GetGuid();
        var body = new { billingAccountId = account, key = "kabel-untuk-lab", lines = new[] { new { text = "Kabel", quantity = 2, unitPrice = 75_000, taxCode = "ppn" } } };
        await ApiHost.ProblemAsync(await PostAsync(auditor, "invoices", body, "inv-0"), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "invoices", new { }, "inv-1"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "invoices", new { billingAccountId = account }, "inv-2"), 422, "common.invalid");
        var bill = await ApiHost.BodyAsync(await PostAsync(clerk, "invoices", body, "inv-3"), 201);
        var id = bill.GetProperty("invoice").GetProperty("id").GetGuid();
        Assert.Equal(166_500, bill.GetProperty("invoice").GetProperty("payable").GetInt64());
        // The same key under another header is the same bill.
        Assert.Equal(id, (await ApiHost.BodyAsync(await PostAsync(clerk, "invoices", body, "inv-4"), 201)).GetProperty("invoice").GetProperty("id").GetGuid());

        await ApiHost.ProblemAsync(await PostAsync(clerk, "receipts", new { billingAccountId = account, amount = 1_000 }, "pay-0"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "receipts", new { billingAccountId = account, amount = -5, method = "cash", place = "Loket 1" }, "pay-1"), 422, "common.invalid");
        var receipt = await ApiHost.BodyAsync(await PostAsync(clerk, "receipts", new { billingAccountId = account, amount = 66_500, method = "bankTransfer", place = "BCA", bills = new Dictionary<Guid, long> { [id] = 66_500 } }, "pay-2"), 201);
        Assert.Equal(("booked", 66_500L), (receipt.GetProperty("receipt").GetProperty("state").GetString(), receipt.GetProperty("parts")[0].GetProperty("amount").GetInt64()));
        var receiptId = receipt.GetProperty("receipt").GetProperty("id").GetGuid();
        Assert.Equal(receiptId, (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/receipts?billingAccountId={account}&method=bankTransfer&state=booked", Token))).GetProperty("items")[0].GetProperty("id").GetGuid());
        var voided = await ApiHost.BodyAsync(await PostAsync(clerk, $"receipts/{receiptId}/void", new { version = receipt.GetProperty("version").GetInt64(), reason = "Salah pelanggan" }, "void-0"));
        Assert.Equal("voided", voided.GetProperty("receipt").GetProperty("state").GetString());
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"receipts/{receiptId}/void", new { version = 1, reason = "Salah" }, "void-1"), 409, "receipts.already_voided");

        bill = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/invoices/{id}", Token));
        await ApiHost.ProblemAsync(await PostAsync(clerk, "credit-notes", new { invoiceId = id, version = 1 + bill.GetProperty("version").GetInt64(), reason = "Retur" }, "cn-0"), 409, "common.version_conflict");
        var note = await ApiHost.BodyAsync(await PostAsync(clerk, "credit-notes", new { invoiceId = id, version = bill.GetProperty("version").GetInt64(), reason = "Retur", lines = new Dictionary<string, long> { ["1"] = 50_000 } }, "cn-1"), 201);
        Assert.Equal(55_500, note.GetProperty("creditNote").GetProperty("total").GetInt64());
        Assert.Equal(1, (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/credit-notes?invoiceId={id}", Token))).GetProperty("totalCount").GetInt32());
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/credit-notes/{Guid.CreateVersion7()}", Token), 404, "corrections.credit_note_not_found");

        await CreditNotePaperAsync(clerk, auditor, note.GetProperty("creditNote"));
        bill = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/invoices/{id}", Token));
        Assert.Equal(111_000, bill.GetProperty("invoice").GetProperty("outstanding").GetInt64());
        var giveUp = new { version = bill.GetProperty("version").GetInt64(), reason = "Pindah tanpa kabar" };
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"invoices/{id}/write-off", giveUp, "off-0"), 403, "identity.forbidden");
        Assert.Equal("writtenOff", (await ApiHost.BodyAsync(await PostAsync(administrator, $"invoices/{id}/write-off", giveUp, "off-1"))).GetProperty("invoice").GetProperty("status").GetString());
        Assert.Equal(0, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/trial-balance", Token))).GetProperty("difference").GetInt64());
    }

    private static async Task ThoughtAsync(HttpClient clerk, HttpClient auditor, string today)
    {
        var through = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture).AddMonths(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await ApiHost.ProblemAsync(await PostAsync(auditor, "billing-runs/what-if", new { throughOn = through }, "what-0"), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "billing-runs/what-if", new { }, "what-1"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "billing-runs/what-if", new { throughOn = "2001-01-01" }, "what-2"), 422, "billing.day_too_far");
        var runs = (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/billing-runs", Token))).GetProperty("totalCount").GetInt32();
        var thought = await ApiHost.BodyAsync(await PostAsync(clerk, "billing-runs/what-if", new { throughOn = through, taxBasisPoints = 0 }, "what-3"));
        Assert.Equal((through, 0L, true), (thought.GetProperty("throughOn").GetString(), thought.GetProperty("assumed").GetProperty("tax").GetInt64(), thought.GetProperty("plain").GetProperty("tax").GetInt64() > 0));
        Assert.Equal(thought.GetProperty("plain").GetProperty("base").GetInt64(), thought.GetProperty("assumed").GetProperty("base").GetInt64());
        Assert.True(thought.GetProperty("rows").GetArrayLength() > 0);
        Assert.Equal(runs, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/billing-runs", Token))).GetProperty("totalCount").GetInt32());
    }

    private static async Task BundleAsync(PortalHost host, HttpClient clerk, HttpClient auditor, HttpClient technician, Guid account)
    {
        await ApiHost.ProblemAsync(await PostAsync(technician, "invoice-bundles", new { billingAccountId = account }, "all-0"), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "invoice-bundles", new { kind = "moon" }, "all-1"), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "invoice-bundles", new { runId = Guid.CreateVersion7() }, "all-2"), 422, "billing.bundle_empty");
        var bundle = await ApiHost.BodyAsync(await PostAsync(clerk, "invoice-bundles", new { billingAccountId = account }, "all-3"), 201);
        var id = bundle.GetProperty("id").GetGuid();
        Assert.Equal("waiting", bundle.GetProperty("state").GetString());
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/invoice-bundles/{id}/pdf", Token), 409, "billing.bundle_not_ready");
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/invoice-bundles/{Guid.CreateVersion7()}", Token), 404, "billing.bundle_not_found");
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InvoiceBundleRunner>().RunAsync(Token);
        bundle = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/invoice-bundles/{id}", Token));
        if (bundle.GetProperty("state").GetString() == "ready")
        {
            var pdf = await auditor.GetByteArrayAsync($"/api/v1/invoice-bundles/{id}/pdf", Token);
            Assert.Equal(bundle.GetProperty("bytes").GetInt64(), pdf.Length);
            Assert.True(PdfText.PagesOf(pdf) >= bundle.GetProperty("bills").GetInt32());
            await Rendered.AssertInkAsync(pdf);
            Assert.Equal(403, (int)(await technician.GetAsync($"/export/invoice-bundles/{id}.pdf", Token)).StatusCode);
        }
        else
        {
            Assert.Equal("printing.no_browser", bundle.GetProperty("errorCode").GetString());
        }
    }

    private static async Task CreditNotePaperAsync(HttpClient clerk, HttpClient auditor, JsonElement note)
    {
        var (path, number) = ($"/api/v1/credit-notes/{note.GetProperty("id").GetGuid()}", note.GetProperty("number").GetString()!);
        await ApiHost.ProblemAsync(await auditor.GetAsync(path + "/pdf?language=fr", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/credit-notes/{Guid.CreateVersion7()}/pdf", Token), 404, "corrections.credit_note_not_found");
        using var paper = await auditor.GetAsync(path + "/pdf?language=en", Token);
        Assert.Equal(200, (int)paper.StatusCode);
        if (paper.Content.Headers.ContentType!.MediaType == "application/pdf")
        {
            Assert.Equal(number.ToLowerInvariant() + ".pdf", paper.Content.Headers.ContentDisposition!.FileName);
            Assert.Contains(number, PdfText.Dense(PdfText.Of(await paper.Content.ReadAsByteArrayAsync(Token))), StringComparison.Ordinal);
        }

        Assert.Contains("window.print()", await auditor.GetStringAsync($"/export/credit-notes/{note.GetProperty("id").GetGuid()}/print?language=id", Token), StringComparison.Ordinal);
        var send = path["/api/v1/".Length..] + "/send";
        await ApiHost.ProblemAsync(await PostAsync(auditor, send, new { }, "cn-send-0"), 403, "identity.forbidden");
        var sent = await PostAsync(clerk, send, new { }, "cn-send-1");
        Assert.Contains((int)sent.StatusCode, new[] { 204, 409 });
    }

    private static async Task PaperAsync(HttpClient clerk, HttpClient auditor, HttpClient technician, JsonElement invoice)
    {
        var (path, number) = ($"/api/v1/invoices/{invoice.GetProperty("id").GetGuid()}/pdf", invoice.GetProperty("number").GetString()!);
        await ApiHost.ProblemAsync(await technician.GetAsync(path, Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await auditor.GetAsync(path + "?language=fr", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/invoices/{Guid.CreateVersion7()}/pdf", Token), 404, "billing.invoice_not_found");
        using var paper = await auditor.GetAsync(path + "?language=en", Token);
        Assert.Equal(200, (int)paper.StatusCode);
        Assert.Equal("no-store", paper.Headers.CacheControl!.ToString().Split(", ").Single(part => part != "private"));
        if (paper.Content.Headers.ContentType!.MediaType == "application/pdf")
        {
            Assert.Equal(number.ToLowerInvariant() + ".pdf", paper.Content.Headers.ContentDisposition!.FileName);
            Assert.Contains(number, PdfText.Dense(PdfText.Of(await paper.Content.ReadAsByteArrayAsync(Token))), StringComparison.Ordinal);
        }

        var send = path[..^"/pdf".Length]["/api/v1/".Length..] + "/send";
        await ApiHost.ProblemAsync(await PostAsync(auditor, send, new { }, "send-0"), 403, "identity.forbidden");
        Assert.Equal(204, (int)(await PostAsync(clerk, send, new { }, "send-1")).StatusCode);
        await ApiHost.ProblemAsync(await PostAsync(clerk, send, new { }, "send-2"), 409, "billing.already_sent");
        Assert.Equal(204, (int)(await PostAsync(clerk, send, new { again = true }, "send-3")).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        return await client.SendAsync(request, Token);
    }
}
