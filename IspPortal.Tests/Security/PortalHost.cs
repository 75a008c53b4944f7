using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Tests.Security;

/// <summary>The whole portal in memory, with a data directory of its own and the lab's accounts.</summary>
internal sealed partial class PortalHost(params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public const string Password = "Lab-2026!";

    // Writing the lab's sample ISP takes seconds: it is written once, and every host begins with a copy.
    private static readonly Lazy<Task<string>> Seeded = new(() => Task.Run(SeedAsync));

    private readonly string _directory = Directory.CreateTempSubdirectory("isp-portal-host-").FullName;
    private bool _isFirst;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A browser: keeps cookies, follows nothing by itself.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = true });

    public async Task<HttpResponseMessage> SendFormAsync(HttpClient browser, string page, string handler, bool withToken = true, params (string Field, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page, Token);
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["_handler"] = handler };
        if (withToken)
        {
            form["__RequestVerificationToken"] = FormToken().Match(html).Groups["token"].Value;
        }

        foreach (var (field, value) in fields)
        {
            form["Form." + field] = value;
        }

        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(page, content, Token);
    }

    public Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password = Password, string page = "/account/sign-in") =>
        SendFormAsync(browser, page, "sign-in", true, ("Email", email), ("Password", password));

    public async Task<JsonElement> IssueAsync(string email)
    {
        using var client = CreateClient();
        var response = await client.PostAsJsonAsync("/api/v1/auth/token", new { email, password = Password }, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    public async Task<HttpClient> ClientOfAsync(string email)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await IssueAsync(email)).GetProperty("accessToken").GetString());
        return client;
    }

    public static async Task<string?> CodeOfAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Storage:DataDirectory", _directory);
        builder.UseSetting("Lab:Enabled", "true");
        builder.UseSetting("Lab:External", "true");

        // Ports where nobody listens: the defaults may be a lab that somebody runs on this machine.
        builder.UseSetting("Lab:BasePort", "901");
        builder.UseSetting("Lab:BaseTlsPort", "951");
        builder.UseSetting("Identity:PasswordIterations", "1000");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        if (!_isFirst)
        {
            Copy(Seeded.Value.GetAwaiter().GetResult(), _directory);
        }

        builder.ConfigureTestServices(QuietHosts.SayNoWelcome);
        builder.ConfigureTestServices(QuietHosts.HaveNoPast);
        builder.ConfigureTestServices(QuietHosts.HaveNoBooks);
        builder.ConfigureTestServices(QuietHosts.ShareTheModel);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await using var pooled = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_directory, "portal.db") }.ToString());
        SqliteConnection.ClearPool(pooled);
        await TestFolders.RemoveAsync(_directory);
    }

    private static async Task<string> SeedAsync()
    {
        var seeded = Directory.CreateTempSubdirectory("isp-portal-seed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(seeded, true);
        await using var first = new PortalHost { _isFirst = true };
        first.StartServer();
        await first.Services.GetRequiredService<IHost>().StopAsync();
        Copy(first._directory, seeded);
        return seeded;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex FormToken();
}
