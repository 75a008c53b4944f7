using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IspPortal.Infrastructure.Customers.Imports;
using IspPortal.Infrastructure.Tables;
using IspPortal.Tests.Security;
using IspPortal.Tests.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>Imports of customers through the real pipeline.</summary>
public sealed class CustomerImportsOverTheApiTests
{
    private const string Url = "/api/v1/customer-imports";

    private const string File = """
        kode;nama;hp;nik
        API-1;Wayan Sudira;0812-9000-0001;3216010203047701
        API-2;"=HYPERLINK(""x"")";+62 812-9000-0002;
        API-3;Ketut Rai;12345;
        API-4;Made Rai;0812-9000-0004;
        API-4;Made Lagi;;
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_lives_from_upload_to_its_customers_and_its_error_file_comes_back_corrected()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("billing@lab.test");
        var id = Guid.CreateVersion7();
        var created = await client.PostAsync(Url, FormOf(Encoding.UTF8.GetBytes(File), "lama.csv", id), Token);
        var uploaded = await ApiHost.BodyAsync(created, 201);
        Assert.EndsWith($"/customer-imports/{id}", created.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("uploaded", 5), (uploaded.GetProperty("row").GetProperty("state").GetString(), uploaded.GetProperty("row").GetProperty("rows").GetInt32()));
        await ApiHost.BodyAsync(await client.PostAsync(Url, FormOf(Encoding.UTF8.GetBytes(File), "lama.csv", id), Token), 201);

        var columns = await ApiHost.BodyAsync(await client.GetAsync($"{Url}/{id}/columns", Token));
        Assert.Equal("externalCode", columns.GetProperty("offered")[0].GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("column").GetInt32() == 0).GetProperty("field").GetString());
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync($"{Url}/{id}/mapping", new { version = 1, columns = new[] { new { field = "phone", column = 9 } } }, Token), 422, "common.invalid");
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync($"{Url}/{id}/mapping", new { }, Token), 422, "common.required");
        var check = (await ApiHost.BodyAsync(await client.PutAsJsonAsync($"{Url}/{id}/mapping", new { version = 1 }, Token))).GetProperty("row");
        Assert.Equal("checked 3 0 1 1", $"{Word(check, "state")} {check.GetProperty("new")} {check.GetProperty("possible")} {check.GetProperty("known")} {check.GetProperty("wrong")}");
        var wrong = await ApiHost.BodyAsync(await client.GetAsync($"{Url}/{id}/rows?verdict=wrong&search=ketut", Token));
        Assert.Equal("customers.not_a_phone", wrong.GetProperty("items")[0].GetProperty("problems")[0].GetProperty("code").GetString());
        await ApiHost.ProblemAsync(await client.GetAsync($"{Url}/{id}/rows?verdict=cake", Token), 422, "common.unknown_value");

        var version = check.GetProperty("version").GetInt64();
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"{Url}/{id}/start", new { version }, Token), 400, "common.idempotency_key_required");
        await ApiHost.BodyAsync(await PostAsync(client, $"{Url}/{id}/start", "start-1", new { version }));
        Assert.Equal("running", Word((await ApiHost.BodyAsync(await PostAsync(client, $"{Url}/{id}/start", "start-1", new { version }))).GetProperty("row"), "state"));
        await RunAsync(host);
        var done = (await ApiHost.BodyAsync(await client.GetAsync($"{Url}/{id}", Token))).GetProperty("row");
        Assert.Equal(("done", 3), (Word(done, "state"), done.GetProperty("made").GetInt32()));
        var found = await ApiHost.BodyAsync(await client.GetAsync("/api/v1/customers?search=API-1", Token));
        Assert.Equal(("Wayan Sudira", "API-1"), (Word(found.GetProperty("items")[0], "name"), Word(found.GetProperty("items")[0], "externalCode")));

        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("id");
        var problems = await client.GetAsync($"{Url}/{id}/problems", Token);
        Assert.Equal(("text/csv", "no-store, private"), (problems.Content.Headers.ContentType!.MediaType, problems.Headers.CacheControl!.ToString()));
        var bytes = await problems.Content.ReadAsByteArrayAsync(Token);
        var rows = TableReader.Read(bytes, new(1, 100)).Value[0].Rows;
        Assert.Equal(["kode", "nama", "hp", "nik", "Alasan tidak diimpor"], rows[0].Cells);
        Assert.StartsWith("Telepon: Ini bukan nomor telepon", rows[1].Cells[4], StringComparison.Ordinal);

        // Corrected in a spreadsheet and uploaded again: with the mapping of the time before, and without the reason.
        var corrected = Encoding.UTF8.GetString(bytes).Replace("12345", "0812-9000-0003", StringComparison.Ordinal);
        var second = await ApiHost.BodyAsync(await client.PostAsync(Url, FormOf(Encoding.UTF8.GetBytes(corrected), "lama-2.csv"), Token), 201);
        var secondUrl = $"{Url}/{Word(second.GetProperty("row"), "id")}";
        Assert.True((await ApiHost.BodyAsync(await client.GetAsync($"{secondUrl}/columns", Token))).GetProperty("isRemembered").GetBoolean());
        var recheck = (await ApiHost.BodyAsync(await client.PutAsJsonAsync($"{secondUrl}/mapping", new { version = 1 }, Token))).GetProperty("row");
        Assert.Equal(0, recheck.GetProperty("wrong").GetInt32());

        using var administrator = await host.ClientOfAsync("admin@lab.test");
        var audit = await ApiHost.BodyAsync(await administrator.GetAsync($"/api/v1/audit?entity=customer-import&entityId={id}&action=import_problems_opened", Token));
        Assert.Equal((1, "lama.csv"), (audit.GetProperty("totalCount").GetInt32(), Word(audit.GetProperty("items")[0], "entityName")));
    }

    [Fact]
    public async Task What_could_run_as_a_formula_does_not_in_the_error_file()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        var uploaded = await ApiHost.BodyAsync(await client.PostAsync(Url, FormOf("nama;hp\n\"=HYPERLINK(\"\"http://x\"\")\";abc\n"u8.ToArray(), "a.csv"), Token), 201);
        var url = $"{Url}/{Word(uploaded.GetProperty("row"), "id")}";
        await ApiHost.BodyAsync(await client.PutAsJsonAsync($"{url}/mapping", new { version = 1 }, Token));
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", await client.GetStringAsync($"{url}/problems", Token), StringComparison.Ordinal);
        await ApiHost.ProblemAsync(await PostAsync(client, $"{url}/start", "s", new { version = 2 }), 409, "customer_imports.nothing_to_import");
        await ApiHost.ProblemAsync(await PostAsync(client, $"{url}/stop", "p", null), 409, "customer_imports.wrong_state");
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(url, Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.GetAsync($"{url}/problems", Token), 409, "customer_imports.content_gone");
    }

    [Fact]
    public async Task Files_that_are_none_and_callers_who_may_not_are_refused()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        async Task ExpectAsync(string code, byte[]? content, string name = "a.xlsx")
        {
            var problem = await ApiHost.ProblemAsync(await client.PostAsync(Url, FormOf(content, name), Token), 422, code);
            Assert.Equal(code, problem.GetProperty("errorCodes").GetProperty("file")[0].GetString());
        }

        await ExpectAsync("tables.empty", null);
        await ExpectAsync("tables.empty", []);
        await ExpectAsync("tables.not_a_table", [.. "MZ\x90\0 an executable"u8]);
        await ExpectAsync("tables.damaged", new SampleWorkbook().Sheet("A", ["nama"], ["x"]).ToArray()[..^30]);
        await ExpectAsync("tables.too_large", new byte[(20 * 1024 * 1024) + 1], "a.csv");
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync(Url, new { file = "x" }, Token), 415, "common.unsupported_media_type");
        Assert.Equal(0, (await ApiHost.BodyAsync(await client.GetAsync(Url, Token))).GetProperty("totalCount").GetInt32());
        foreach (var email in new[] { "noc@lab.test", "auditor@lab.test", "tech@lab.test" })
        {
            using var other = await host.ClientOfAsync(email);
            await ApiHost.ProblemAsync(await other.GetAsync(Url, Token), 403, "identity.forbidden");
            await ApiHost.ProblemAsync(await other.GetAsync($"{Url}/{Guid.CreateVersion7()}/problems", Token), 403, "identity.forbidden");
        }
    }

    private static async Task RunAsync(PortalHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CustomerImportRunner>().RunAsync(Token);
    }

    private static string? Word(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string url, string key, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Token);
    }

    private static MultipartFormDataContent FormOf(byte[]? file, string name, Guid? id = null)
    {
        var form = new MultipartFormDataContent { { new StringContent(id is { } given ? given.ToString("D", CultureInfo.InvariantCulture) : Guid.CreateVersion7().ToString()), "id" } };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "file", name);
        }

        return form;
    }
}
