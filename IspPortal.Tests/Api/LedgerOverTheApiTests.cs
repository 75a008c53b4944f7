using System.Net.Http.Json;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>The ledger through the real pipeline.</summary>
public sealed class LedgerOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_posted_is_listed_stated_balanced_and_closed()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var accounts = await ApiHost.BodyAsync(await clerk.GetAsync($"/api/v1/billing-accounts?customerId={LabCustomers.CustomerId(0)}", Token));
        var account = accounts.GetProperty("items")[0].GetProperty("id").GetGuid();
        var today = await PostAsync(host, account);

        var receivable = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/ledger-entries?account=receivable&billingAccountId={account}&kind=invoiceIssued&from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}&sort=posted&order=desc", Token));
        var entry = Assert.Single(receivable.GetProperty("items").EnumerateArray());
        Assert.Equal(("INV-T-1", 222_000, 0, "IDR", "1-1400"), (entry.GetProperty("reference").GetString(), entry.GetProperty("debit").GetInt64(), entry.GetProperty("credit").GetInt64(), entry.GetProperty("currency").GetString(), entry.GetProperty("code").GetString()));
        Assert.Equal(3, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/ledger-entries?search=INV-T", Token))).GetProperty("totalCount").GetInt32());
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/ledger-entries?account=moon", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/ledger-entries?sort=amount", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await technician.GetAsync("/api/v1/ledger-entries", Token), 403, "identity.forbidden");

        var statement = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/billing-accounts/{account}/statement?from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}", Token));
        Assert.Equal((0, 122_000, 2), (statement.GetProperty("opening").GetInt64(), statement.GetProperty("closing").GetInt64(), statement.GetProperty("movements").GetArrayLength()));
        Assert.Equal(122_000, (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/billing-accounts/{account}/statement", Token))).GetProperty("closing").GetInt64());
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/billing-accounts/{account}/statement?from=2026-02-01&to=2026-01-01", Token), 422, "ledger.bad_period");
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/billing-accounts/{Guid.CreateVersion7()}/statement", Token), 404, "customers.account_not_found");

        var balance = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/trial-balance?on={today:yyyy-MM-dd}", Token));
        Assert.Equal((0, true), (balance.GetProperty("difference").GetInt64(), balance.GetProperty("debit").GetInt64() >= 322_000));
        Assert.Equal(0, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/trial-balance?on=2001-01-01", Token))).GetProperty("rows").GetArrayLength());

        var preview = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/day-closings/preview?on={today:yyyy-MM-dd}", Token));
        Assert.Equal(("LACI-1", 100_000), (preview.GetProperty("totals")[0].GetProperty("subAccount").GetString(), preview.GetProperty("totals")[0].GetProperty("after").GetInt64()));
        var body = new { on = today, postings = preview.GetProperty("postings").GetInt32(), note = "cocok" };
        await ApiHost.ProblemAsync(await CloseAsync(auditor, body, "close-0"), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await CloseAsync(clerk, new { on = today }, "close-1"), 422, "common.required");
        await ApiHost.ProblemAsync(await CloseAsync(clerk, new { on = today, postings = 99 }, "close-2"), 409, "ledger.totals_changed");
        Assert.Equal("cocok", (await ApiHost.BodyAsync(await CloseAsync(clerk, body, "close-3"), 201)).GetProperty("note").GetString());
        await ApiHost.ProblemAsync(await CloseAsync(clerk, body, "close-4"), 409, "ledger.day_closed");
        Assert.Equal(1, (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/day-closings", Token))).GetProperty("totalCount").GetInt32());
        Assert.Contains("day_closing", (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/audit?entity=day_closing", Token))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_goes_to_an_accounting_package()
    {
        await using var host = new PortalHost();
        using var clerk = host.Browser();
        await host.SignInAsync(clerk, "billing@lab.test");
        using var api = await host.ClientOfAsync("billing@lab.test");
        var accounts = await ApiHost.BodyAsync(await api.GetAsync($"/api/v1/billing-accounts?customerId={LabCustomers.CustomerId(0)}", Token));
        var account = accounts.GetProperty("items")[0].GetProperty("id").GetGuid();
        var today = await PostAsync(host, account);

        var journal = await clerk.GetStringAsync($"/export/journal.csv?from={today:yyyy-MM-dd}&q=INV-T", Token);
        var lines = journal.TrimEnd().Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Equal(7, line.Split(',').Length));
        Assert.StartsWith($"{today:yyyy-MM-dd},INV-T-1,1-1400,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",222000,0", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",0,200000", lines[2], StringComparison.Ordinal);
        Assert.Contains("1-1100", await clerk.GetStringAsync($"/export/trial-balance.csv?on={today:yyyy-MM-dd}", Token), StringComparison.Ordinal);
        Assert.Contains("KW-T-1", await clerk.GetStringAsync($"/export/statement.csv?account={account}", Token), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await clerk.GetAsync("/export/statement.csv", Token)).StatusCode);
    }

    private static async Task<DateOnly> PostAsync(PortalHost host, Guid account)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (today, invoice) = (await scope.ServiceProvider.GetRequiredService<IBusinessClock>().TodayAsync(Token), Guid.CreateVersion7());
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        await using var transaction = await context.Database.BeginTransactionAsync(Token);
        var book = host.Services.GetRequiredService<LedgerBook>();
        Assert.True((await book.PostAsync(context, LedgerPostings.InvoiceIssued(new("t:invoice", today, now, "INV-T-1", invoice), account, invoice, new BilledAmounts { Revenue = Money.Idr(200_000), Tax = Money.Idr(22_000) }), Token)).Succeeded);
        Assert.True((await book.PostAsync(context, LedgerPostings.ReceiptBooked(new("t:receipt", today, now, "KW-T-1"), [new(LedgerAccount.Cash, "LACI-1", Money.Idr(100_000))], [new(account, invoice, Money.Idr(100_000))]), Token)).Succeeded);
        Assert.True((await LedgerBook.SaveAsync(context, Token)).Succeeded);
        await transaction.CommitAsync(Token);
        return today;
    }

    private static async Task<HttpResponseMessage> CloseAsync(HttpClient client, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/day-closings") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        return await client.SendAsync(request, Token);
    }
}
