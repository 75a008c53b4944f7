using System.Net;
using System.Net.Http.Json;
using IspPortal.Tests.Customers.Documents;

namespace IspPortal.Tests.Security;

/// <summary>The folder of tiles over the portal's whole pipeline, and what pages may load as the settings change.</summary>
public sealed class AskingForTilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("isp-portal-tiles-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tile_is_for_those_who_are_signed_in()
    {
        Put("tiles/5/25/16.png", SampleFiles.Png());
        Put("tiles/5/25/17.png", [.. "no picture"u8]);
        Put("secret.png", SampleFiles.Png());
        await using var host = new PortalHost(("Map:TileFolder", Path.Combine(_root, "tiles")));
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/tiles/5/25/16", Token)).StatusCode);
        await SaveAsync(administrator, 0, new { background = "folder", attribution = "© Warga", highestZoom = 12 });

        using var stranger = host.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/tiles/5/25/16", Token)).StatusCode);

        using var browser = host.Browser();
        await host.SignInAsync(browser, "tech@lab.test");
        var tile = await browser.GetAsync("/tiles/5/25/16", Token);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (tile.StatusCode, tile.Content.Headers.ContentType?.MediaType));
        Assert.Equal(SampleFiles.Png(), await tile.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("nosniff", tile.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal((true, TimeSpan.FromDays(1)), (tile.Headers.CacheControl?.Private ?? false, tile.Headers.CacheControl?.MaxAge));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/tiles/5/25/16");
        again.Headers.IfNoneMatch.Add(tile.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(again, Token)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_tile_is_not_there()
    {
        Put("tiles/5/25/16.png", SampleFiles.Png());
        Put("tiles/5/25/17.png", [.. "no picture"u8]);
        Put("secret.png", SampleFiles.Png());
        await using var host = new PortalHost(("Map:TileFolder", Path.Combine(_root, "tiles")));
        using var client = await host.ClientOfAsync("admin@lab.test");
        await SaveAsync(client, 0, new { background = "folder" });

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/tiles/5/25/16", Token)).StatusCode);
        foreach (var address in new[]
        {
            "/tiles/5/25/17", "/tiles/5/25/18", "/tiles/5/25/-1", "/tiles/1/25/16", "/tiles/5/25/16.png", "/tiles/5/25/99999999999", "/tiles/5/../secret", "/tiles/5/%2e%2e/secret", "/tiles/%2e%2e%2f%2e%2e/5/secret",
            "/tiles/5/25/..%2f..%2f..%2fsecret",
        })
        {
            var answer = await client.GetAsync(address, Token);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
            Assert.NotEqual("image/png", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Pages_may_load_from_the_tile_server_as_long_as_the_settings_name_it()
    {
        await using var host = new PortalHost();
        using var administrator = await host.ClientOfAsync("admin@lab.test");
        Assert.Contains("img-src 'self' data: blob:;", await PolicyAsync("/account/sign-in"), StringComparison.Ordinal);

        await SaveAsync(administrator, 0, new { background = "server", tileUrl = "https://{s}.tiles.test:444/{z}/{x}/{y}.png" });
        Assert.Contains("img-src 'self' data: blob: https://*.tiles.test:444;", await PolicyAsync("/account/sign-in"), StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: blob:;", await PolicyAsync("/health/live"), StringComparison.Ordinal);

        await SaveAsync(administrator, 1, new { background = "plain", tileUrl = "https://{s}.tiles.test:444/{z}/{x}/{y}.png" });
        Assert.Contains("img-src 'self' data: blob:;", await PolicyAsync("/account/sign-in"), StringComparison.Ordinal);

        var refused = await administrator.PutAsJsonAsync("/api/v1/settings/map", new { version = 2, values = new { background = "server", tileUrl = "https://a:b@tiles.test/{z}/{x}/{y}" } }, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("map.not_a_tile_address", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        async Task<string> PolicyAsync(string address)
        {
            using var browser = host.Browser();
            return (await browser.GetAsync(address, Token)).Headers.GetValues("Content-Security-Policy").Single();
        }
    }

    public void Dispose() => Directory.Delete(_root, true);

    private static async Task SaveAsync(HttpClient client, long version, object values)
    {
        var saved = await client.PutAsJsonAsync("/api/v1/settings/map", new { version, values }, Token);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Token));
    }

    private void Put(string place, byte[] content)
    {
        var file = Path.Combine(_root, place);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
