using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers.Documents;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Api;

/// <summary>Documents of customers through the real pipeline.</summary>
public sealed class DocumentsOverTheApiTests
{
    private const string Url = "/api/v1/documents";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_lives_from_upload_to_removal()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        var customer = await FirstCustomerAsync(client);
        var (id, photo) = (Guid.CreateVersion7(), SampleFiles.Png());

        var created = await client.PostAsync(Url, FormOf(photo, "KTP <Siti> صورة.png", ("id", id), ("customerId", customer), ("kind", "identityCard"), ("expiresOn", "2030-02-28"), ("description", "front")), Token);
        var row = await ApiHost.BodyAsync(created, 201);
        Assert.EndsWith($"/documents/{id}", created.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("png", "pending", "valid", "2030-02-28"), (Word(row, "format"), Word(row, "state"), Word(row, "expiry"), Word(row, "expiresOn")));
        await ApiHost.BodyAsync(await client.PostAsync(Url, FormOf(photo, "again.png", ("id", id), ("customerId", customer), ("kind", "identityCard")), Token), 201);

        var found = await ApiHost.BodyAsync(await client.GetAsync($"{Url}?customerId={customer}&kind=identityCard&state=pending&expiry=valid&sort=expires", Token));
        Assert.Equal(1, found.GetProperty("totalCount").GetInt32());
        await ApiHost.ProblemAsync(await client.GetAsync($"{Url}?expiry=never", Token), 422, "common.unknown_value");

        var shown = await client.GetAsync($"{Url}/{id}/content", Token);
        Assert.Equal(photo, await shown.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(("image/png", "inline"), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox; default-src 'none'", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store, private", shown.Headers.CacheControl!.ToString());
        var saved = await client.GetAsync($"{Url}/{id}/content?download=true", Token);
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("KTP Siti صورة.png", saved.Content.Headers.ContentDisposition.FileNameStar);
        var audit = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/audit?entity=customer_document&entityId={id}&action=document_viewed", Token));
        Assert.Equal(2, audit.GetProperty("totalCount").GetInt32());

        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"{Url}/{id}/reject", new { version = 1 }, Token), 422, "common.invalid");
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"{Url}/{id}/verify", new { }, Token), 422, "common.required");
        var rejected = await ApiHost.BodyAsync(await client.PostAsJsonAsync($"{Url}/{id}/reject", new { version = 1, reason = "blurred" }, Token));
        Assert.Equal(("rejected", "blurred"), (Word(rejected, "state"), Word(rejected, "stateReason")));
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync($"{Url}/{id}/verify", new { version = 1 }, Token), 409, "common.version_conflict");
        Assert.Equal("verified", Word(await ApiHost.BodyAsync(await client.PostAsJsonAsync($"{Url}/{id}/verify", new { version = 2 }, Token)), "state"));
        var changed = await ApiHost.BodyAsync(await client.PutAsJsonAsync($"{Url}/{id}", new { kind = "passport", version = 3 }, Token));
        Assert.Equal(("passport", "pending"), (Word(changed, "kind"), Word(changed, "state")));

        await ApiHost.ProblemAsync(await client.DeleteAsync($"{Url}/{id}", Token), 422, "common.invalid");
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Url}/{id}?reason=wrong", Token)).StatusCode);
        await ApiHost.ProblemAsync(await client.GetAsync($"{Url}/{id}/content", Token), 409, "documents.removed");
        Assert.Equal("pending", Word(await ApiHost.BodyAsync(await client.PostAsync($"{Url}/{id}/restore", null, Token)), "state"));
        var timeline = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/customers/{customer}/timeline?kinds=document", Token));
        Assert.Equal(6, timeline.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_technician_brings_photos_and_sees_no_identity_papers()
    {
        await using var host = new PortalHost();
        using var technician = await host.ClientOfAsync("tech@lab.test");
        var customer = await FirstCustomerAsync(technician);
        var card = await ApiHost.BodyAsync(await technician.PostAsync(Url, FormOf(SampleFiles.Png(), "ktp.png", ("customerId", customer), ("kind", "identityCard")), Token), 201);
        var contract = await ApiHost.BodyAsync(await technician.PostAsync(Url, FormOf(SampleFiles.Pdf(), "kontrak.pdf", ("customerId", customer), ("kind", "contract")), Token), 201);

        await ApiHost.ProblemAsync(await technician.GetAsync($"{Url}/{Word(card, "id")}/content", Token), 403, "identity.forbidden");
        var pdf = await technician.GetAsync($"{Url}/{Word(contract, "id")}/content", Token);
        Assert.Equal(("application/pdf", "attachment"), (pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.DispositionType));
        await ApiHost.ProblemAsync(await technician.PostAsJsonAsync($"{Url}/{Word(card, "id")}/verify", new { version = 1 }, Token), 403, "identity.forbidden");
        using var auditor = await host.ClientOfAsync("auditor@lab.test");
        await ApiHost.BodyAsync(await auditor.GetAsync(Url, Token));
        await ApiHost.ProblemAsync(await auditor.GetAsync($"{Url}/{Word(contract, "id")}/content", Token), 403, "identity.forbidden");
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_said_at_its_field()
    {
        await using var host = new PortalHost();
        using var client = await host.ClientOfAsync("admin@lab.test");
        var customer = await FirstCustomerAsync(client);
        var before = await CountAsync();

        async Task<int> CountAsync() => (await ApiHost.BodyAsync(await client.GetAsync(Url, Token))).GetProperty("totalCount").GetInt32();

        async Task ExpectAsync(string code, byte[]? content, string name = "a.jpg")
        {
            var problem = await ApiHost.ProblemAsync(await client.PostAsync(Url, FormOf(content, name, ("customerId", customer), ("kind", "contract")), Token), 422, code);
            Assert.Equal(code, problem.GetProperty("errorCodes").GetProperty("file")[0].GetString());
        }

        await ExpectAsync("documents.unknown_format", [.. "MZ\x90\0 an executable that calls itself a photo"u8]);
        await ExpectAsync("documents.unknown_format", [.. "<html><script>alert(1)</script></html>"u8], "a.pdf");
        await ExpectAsync("documents.damaged", SampleFiles.Jpeg()[..^2]);
        await ExpectAsync("documents.file_missing", []);
        await ExpectAsync("documents.file_missing", null);
        await ExpectAsync("documents.too_large", new byte[(10 * 1024 * 1024) + 1]);
        await ApiHost.ProblemAsync(await client.PostAsync(Url, FormOf(SampleFiles.Png(), "a.png", ("customerId", customer), ("kind", "cake")), Token), 422, "common.unknown_value");
        var missing = await ApiHost.ProblemAsync(await client.PostAsync(Url, FormOf(SampleFiles.Png(), "a.png", ("description", "x")), Token), 422, "common.invalid");
        Assert.Equal(["customerId", "kind"], missing.GetProperty("errorCodes").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        await ApiHost.ProblemAsync(await client.PostAsync(Url, FormOf(SampleFiles.Png(), "a.png", ("customerId", "not-an-id"), ("kind", "contract")), Token), 400, "common.malformed");
        await ApiHost.ProblemAsync(await client.PostAsJsonAsync(Url, new { kind = "contract" }, Token), 415, "common.unsupported_media_type");
        Assert.Equal(before, await CountAsync());

        // The largest file that the setting allows goes through, however much smaller other bodies must be.
        var large = SampleFiles.Png(1850, 1850);
        Assert.InRange(large.Length, 9 * 1024 * 1024, 10 * 1024 * 1024);
        await ApiHost.BodyAsync(await client.PostAsync(Url, FormOf(large, "large.png", ("customerId", customer), ("kind", "contract")), Token), 201);
    }

    [Fact]
    public async Task The_file_comes_with_headers_that_let_it_do_nothing()
    {
        var directory = new Mock<ICustomerDocumentDirectory>();
        var id = Guid.CreateVersion7();
        directory.Setup(d => d.OpenAsync(id, It.IsAny<CancellationToken>())).ReturnsAsync((Result<DocumentContent>)new DocumentContent(DocumentFormat.Jpeg, "a\r\nX-Evil: 1.jpg", SampleFiles.Jpeg()));
        await using var host = await ApiHost.StartAsync(services: services => services.AddSingleton(directory.Object));
        using var client = host.SignedIn(DocumentPermissions.DocumentsView);

        var shown = await client.GetAsync($"{Url}/{id}/content", Token);

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.False(shown.Headers.Contains("X-Evil"));
        Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", shown.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    private static async Task<string> FirstCustomerAsync(HttpClient client) =>
        (await ApiHost.BodyAsync(await client.GetAsync("/api/v1/customers?pageSize=1", Token))).GetProperty("items")[0].GetProperty("id").GetString()!;

    private static string? Word(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static MultipartFormDataContent FormOf(byte[]? file, string name, params (string Field, object Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value.ToString()!), field);
        }

        if (file is not null)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "file", name);
        }

        return form;
    }
}
