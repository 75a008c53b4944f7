using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IspPortal.Tests.Security;

namespace IspPortal.Tests.Api;

/// <summary>Opening balances through the real pipeline.</summary>
public sealed class OpeningOverTheApiTests
{
    private const string Url = "/api/v1/opening-imports";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_judged_booked_once_and_taken_back()
    {
        await using var host = new PortalHost();
        using var clerk = await host.ClientOfAsync("billing@lab.test");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        var today = (await ApiHost.BodyAsync(await auditor.GetAsync("/api/v1/trial-balance", Token))).GetProperty("on").GetString()!;
        var account = (await ApiHost.BodyAsync(await clerk.GetAsync("/api/v1/billing-accounts?pageSize=1", Token))).GetProperty("items")[0].GetProperty("number").GetString();
        var file = $"What,Billing account,Old number,Old date,Due on,Amount\ninvoice,{account},LAMA-API-1,{today},{today},150000\ncredit,{account},,,,25000\ncredit,BA-000000-000000,,,,1\n";
        var id = Guid.CreateVersion7();

        await ApiHost.ProblemAsync(await auditor.PostAsync(Url, FormOf(file, today, id), Token), 403, "identity.forbidden");
        await ApiHost.ProblemAsync(await clerk.PostAsync(Url, FormOf(file, null, id), Token), 422, "common.required");
        await ApiHost.ProblemAsync(await clerk.PostAsync(Url, FormOf(file, "2001-01-01", id), Token), 422, "opening.bad_cutover");
        await ApiHost.ProblemAsync(await clerk.PostAsync(Url, FormOf("Nama,Alamat\na,b", today, id), Token), 422, "opening.no_headings");
        var created = await clerk.PostAsync(Url, FormOf(file, today, id), Token);
        var dry = await ApiHost.BodyAsync(created, 201);
        Assert.EndsWith($"/opening-imports/{id}", created.Headers.Location!.ToString(), StringComparison.Ordinal);
        var import = dry.GetProperty("import");
        Assert.Equal("checked 3 2 0 1", $"{Word(import, "state")} {import.GetProperty("rows")} {import.GetProperty("ready")} {import.GetProperty("known")} {import.GetProperty("wrong")}");
        Assert.Equal(0, dry.GetProperty("difference").GetInt64());
        Assert.Equal(["receivable 150000", "customerCredit -25000", "opening -125000"], dry.GetProperty("accounts").EnumerateArray().Select(total => $"{Word(total, "name")} {total.GetProperty("amount")}"));
        var wrong = (await ApiHost.BodyAsync(await clerk.GetAsync($"{Url}/{id}/rows?verdict=wrong", Token))).GetProperty("items");
        Assert.Equal("account opening.unknown_account", $"{Word(wrong[0].GetProperty("problems")[0], "field")} {Word(wrong[0].GetProperty("problems")[0], "code")}");
        await ApiHost.ProblemAsync(await clerk.GetAsync($"{Url}/{id}/rows?kind=cake", Token), 422, "common.unknown_value");

        var version = import.GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await clerk.PostAsJsonAsync($"{Url}/{id}/book", new { version }, Token), 400, "common.idempotency_key_required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"{Url}/{id}/book", "b-0", new { }), 422, "common.required");
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"{Url}/{id}/book", "b-1", new { version = version + 9 }), 409, "common.version_conflict");
        var booked = await ApiHost.BodyAsync(await PostAsync(clerk, $"{Url}/{id}/book", "b-2", new { version }));
        Assert.Equal("booked", Word(booked.GetProperty("import"), "state"));
        await ApiHost.BodyAsync(await PostAsync(clerk, $"{Url}/{id}/book", "b-3", new { version }));
        var bills = await ApiHost.BodyAsync(await clerk.GetAsync("/api/v1/invoices?search=LAMA-API-1", Token));
        Assert.Equal(("opening", 150_000, 1), (Word(bills.GetProperty("items")[0], "kind"), bills.GetProperty("items")[0].GetProperty("outstanding").GetInt32(), bills.GetProperty("totalCount").GetInt32()));

        version = booked.GetProperty("import").GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await PostAsync(clerk, $"{Url}/{id}/undo", "u-0", new { version }), 422, "common.invalid");
        Assert.Equal("undone", Word((await ApiHost.BodyAsync(await PostAsync(clerk, $"{Url}/{id}/undo", "u-1", new { version, reason = "Berkas salah" }))).GetProperty("import"), "state"));
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.DeleteAsync($"{Url}/{id}", Token)).StatusCode);
    }

    private static MultipartFormDataContent FormOf(string file, string? cutoverOn, Guid id)
    {
        var form = new MultipartFormDataContent { { new StringContent(id.ToString()), "id" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "saldo.csv" } };
        if (cutoverOn is not null)
        {
            form.Add(new StringContent(cutoverOn), "cutoverOn");
        }

        return form;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string url, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"opening-{key}"));
        return await client.SendAsync(request, Token);
    }

    private static string? Word(JsonElement element, string name) => element.GetProperty(name).GetString();
}
