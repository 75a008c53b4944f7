using System.Net.Http.Json;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Billing.Dunning;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>Late accounts and isolir runs through the real pipeline.</summary>
public sealed class DunningOverTheApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Late_accounts_promise_and_an_isolir_run_holds_them_and_is_thrown_away()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var today = DateOnly.Parse((await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/trial-balance", Token))).GetProperty("on").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var account = await OverdueAsync(host, clerk, today);

        var late = await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/dunning-accounts?sort=overdue&order=desc&pageSize=5", Token));
        Assert.True(late.GetProperty("totalCount").GetInt32() > 0);
        await ApiHost.ProblemAsync(await auditor.GetAsync("/api/v1/dunning-accounts?stage=moon", Token), 422, "common.unknown_value");
        await ApiHost.ProblemAsync(await technician.GetAsync("/api/v1/dunning-accounts", Token), 403, "identity.forbidden");
        var whole = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/dunning-accounts/{account}", Token));
        Assert.Equal(("isolirDue", "IDR"), (whole.GetProperty("account").GetProperty("stage").GetString(), whole.GetProperty("account").GetProperty("currency").GetString()));
        var overdue = whole.GetProperty("account").GetProperty("overdue").GetInt64();
        await ApiHost.ProblemAsync(await auditor.GetAsync($"/api/v1/dunning-accounts/{Guid.CreateVersion7()}", Token), 404, "dunning.account_not_found");

        await ApiHost.ProblemAsync(await PostAsync(auditor, $"dunning-accounts/{account}/promises", new { }, "p-0"), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"dunning-accounts/{account}/promises", new { }, "p-1"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"dunning-accounts/{account}/promises", new { reason = "Gajian", parts = new[] { new { amount = 1 } } }, "p-2"), 422, "common.required");
        var promised = await ApiHost.BodyAsync(await PostAsync(clerk, $"dunning-accounts/{account}/promises", new { reason = "Gajian", parts = new[] { new { dueOn = today.AddDays(3), amount = overdue } } }, "p-3"), 201);
        Assert.Equal("promised", promised.GetProperty("account").GetProperty("stage").GetString());
        Assert.Equal(1, (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/promises?billingAccountId={account}&state=open", Token))).GetProperty("totalCount").GetInt32());

        await ApiHost.ProblemAsync(await PostAsync(clerk, "isolir-runs", new { }, "r-0"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "isolir-runs", new { on = today.AddDays(-1) }, "r-1"), 422, "dunning.run_day");
        var run = await ApiHost.BodyAsync(await PostAsync(clerk, "isolir-runs", new { on = today.AddDays(1) }, "r-2"), 201);
        var id = run.GetProperty("id").GetGuid();
        await ApiHost.ProblemAsync(await PostAsync(clerk, "isolir-runs", new { on = today.AddDays(1) }, "r-3"), 409, "dunning.run_of_day");
        await WorkAsync(host, services => services.GetRequiredService<IsolirRunner>().RunAsync(Token));
        run = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/isolir-runs/{id}", Token));
        Assert.Equal("waiting", run.GetProperty("state").GetString());
        Assert.True(run.GetProperty("held").GetInt32() > 0);
        var held = await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/isolir-runs/{id}/accounts?state=held&obstacle=promise", Token));
        Assert.Equal(account, Assert.Single(held.GetProperty("items").EnumerateArray()).GetProperty("billingAccountId").GetGuid());
        var version = run.GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"isolir-runs/{id}/approve", new { }, "ok-0"), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"isolir-runs/{id}/approve", new { version }, "ok-1"), 409, "dunning.not_now");
        Assert.Equal("discarded", (await ApiHost.BodyAsync(await PostAsync(clerk, $"isolir-runs/{id}/discard", new { }, "no-0"))).GetProperty("state").GetString());

        // Ending lines is no clerk's business.
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        await ApiHost.ProblemAsync(await PostAsync(clerk, "isolir-runs/terminations", new { on = today }, "t-0"), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await PostAsync(administrator, "isolir-runs/terminations", new { }, "t-1"), 422, "common.required");
        var ending = await ApiHost.BodyAsync(await PostAsync(administrator, "isolir-runs/terminations", new { on = today }, "t-2"), 201);
        Assert.Equal(("termination", "preparing"), (ending.GetProperty("kind").GetString(), ending.GetProperty("state").GetString()));
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"isolir-runs/{ending.GetProperty("id").GetGuid()}/discard", new { }, "t-3"), 403, "identity.forbidden");
        Assert.Equal("discarded", (await ApiHost.BodyAsync(await PostAsync(administrator, $"isolir-runs/{ending.GetProperty("id").GetGuid()}/discard", new { }, "t-4"))).GetProperty("state").GetString());

        Assert.Equal("isolirDue", (await ApiHost.BodyAsync(await PostAsync(clerk, $"dunning-accounts/{account}/withdraw-promise", new { reason = "Batal" }, "w-0"))).GetProperty("account").GetProperty("stage").GetString());
        Assert.True((await ApiHost.BodyAsync(await PostAsync(clerk, $"dunning-accounts/{account}/except", new { reason = "Kantor desa" }, "e-0"))).GetProperty("account").GetProperty("neverIsolir").GetBoolean());
        Assert.False((await ApiHost.BodyAsync(await PostAsync(clerk, $"dunning-accounts/{account}/end-exception", new { reason = "Selesai" }, "e-1"))).GetProperty("account").GetProperty("neverIsolir").GetBoolean());
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"dunning-accounts/{account}/restore", new { reason = "Coba" }, "x-0"), 409, "dunning.not_isolated");
        foreach (var entity in new[] { "isolir-run", "payment-promise", "dunning-terms" })
        {
            Assert.Contains(entity, (await ApiHost.BodyAsync(await auditor.GetAsync($"/api/v1/audit?entity={entity}", Token))).ToString(), StringComparison.Ordinal);
        }
    }

    // Bills everybody and makes the bills old.
    private static async Task<Guid> OverdueAsync(PortalHost host, HttpClient clerk, DateOnly today)
    {
        var run = await ApiHost.BodyAsync(await PostAsync(clerk, "billing-runs", new { throughOn = today }, "b-0"), 201);
        var id = run.GetProperty("id").GetGuid();
        await host.Services.GetRequiredService<BillingRunner>().RunAsync(Token);
        var version = (await ApiHost.BodyAsync(await clerk.GetAsync($"/api/v1/billing-runs/{id}", Token))).GetProperty("version").GetInt64();
        await ApiHost.BodyAsync(await PostAsync(clerk, $"billing-runs/{id}/approve", new { version, reason = "Uji" }, "b-1"));
        await host.Services.GetRequiredService<BillingRunner>().RunAsync(Token);
        var due = today.AddDays(-10);
        await using (var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test"))
        {
            await context.Set<Invoice>().Where(i => i.Kind == InvoiceKind.Invoice).ExecuteUpdateAsync(set => set.SetProperty(i => i.DueOn, due), Token);
            await context.Set<Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.IsolirProvenAtUtc, DateTime.UnixEpoch).SetProperty(r => r.ObservesSinceUtc, (DateTime?)null), Token);
        }

        await WorkAsync(host, services => services.GetRequiredService<DunningWalk>().RunAsync(Token));
        await using var after = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        return await after.Set<Core.Billing.Dunning.DunningAccount>().Where(a => a.Stage == Core.Billing.Dunning.DunningStage.IsolirDue).OrderBy(a => a.BillingAccountId).Select(a => a.BillingAccountId).FirstAsync(Token);
    }

    private static async Task WorkAsync(PortalHost host, Func<IServiceProvider, Task> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        return await client.SendAsync(request, Token);
    }
}
