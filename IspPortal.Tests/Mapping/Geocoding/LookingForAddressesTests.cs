using System.Globalization;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Geocoding;
using IspPortal.Infrastructure.Mapping.Geocoding;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace IspPortal.Tests.Mapping.Geocoding;

/// <summary>What the portal asks a Nominatim, how often, and what it makes of the answer.</summary>
public sealed class LookingForAddressesTests : IAsyncLifetime
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly HandClock _clock = new();
    private readonly NominatimClient _client = new();
    private NominatimStandIn _server = default!;
    private GeocodingSettings _settings = new();
    private GeocoderQueue _queue = default!;
    private Geocoder _geocoder = default!;

    public LookingForAddressesTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await NominatimStandIn.StartAsync();
        _settings = new GeocodingSettings { Server = _server.Address, CustomersAddresses = true };
        _queue = new GeocoderQueue(_clock);
        _geocoder = Of(new TestActor(MappingPermissions.MapRead));
    }

    [Fact]
    public async Task Places_come_best_first_and_the_server_knows_who_asks_where_and_in_which_language()
    {
        _settings = _settings with { Email = "noc@warga.test", Around = "-6.9, 106.4, -5.9, 107.6", Server = _server.Address + "/osm/" };

        var found = await _geocoder.SearchAsync("  Jl. Melati   3 & Co ", false, Token);

        Assert.Equal(
            [new FoundPlace("Jalan Melati, Kranji, Bekasi, Jawa Barat, Indonesia", new GeoPoint(-6.2383, 106.9756)), new FoundPlace("Jalan Melati, Cikarang, Jawa Barat, Indonesia", new GeoPoint(-6.3, 107.15))],
            found.Value);
        var (address, agent) = Assert.Single(_server.Asked);
        Assert.Equal("/osm/search?format=jsonv2&limit=5&q=Jl.%20Melati%203%20%26%20Co&accept-language=id&email=noc%40warga.test&countrycodes=id&viewbox=106.4,-5.9,107.6,-6.9", address);
        Assert.Matches(@"^IspPortal/[\d.]+\S* \(noc@warga\.test\)$", agent);
    }

    [Fact]
    public async Task The_address_of_a_place_or_that_there_is_none()
    {
        _server.Answer = context => NominatimStandIn.WriteAsync(context, """{"lat":"-6.2383","lon":"106.9756","display_name":"Jalan Melati 3,\nKranji"}""");
        Assert.Equal("Jalan Melati 3, Kranji", (await _geocoder.AddressAtAsync(new GeoPoint(-6.2383004, 106.9756), Token)).Value);
        Assert.Equal("/reverse?format=jsonv2&zoom=18&lat=-6.2383&lon=106.9756&accept-language=id", _server.Asked.Single().Address);

        _clock.Advance(TimeSpan.FromSeconds(1));
        _server.Answer = context => NominatimStandIn.WriteAsync(context, """{"error":"Unable to geocode"}""");
        var nowhere = await _geocoder.AddressAtAsync(new GeoPoint(-40, 80), Token);
        Assert.True(nowhere.Succeeded);
        Assert.Null(nowhere.Value);
        Assert.Equal("common.invalid", (await _geocoder.AddressAtAsync(new GeoPoint(-91, 80), Token)).Error?.Code);
        Assert.Equal(2, _server.Asked.Count);
    }

    [Fact]
    public async Task Without_a_server_or_the_permission_nothing_is_asked_and_customers_stay_home_unless_they_may_go()
    {
        Assert.Equal(new GeocoderUse(true, true, "© OpenStreetMap contributors"), await _geocoder.UseAsync(Token));
        Assert.Equal("identity.forbidden", (await Of(new TestActor()).SearchAsync("Melati", false, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await Of(new TestActor()).AddressAtAsync(new GeoPoint(-6, 107), Token)).Error?.Code);
        Assert.Equal(default, await Of(new TestActor()).UseAsync(Token));

        _settings = _settings with { CustomersAddresses = false };
        Assert.Equal((true, false), ((await _geocoder.UseAsync(Token)).FindsPlaces, (await _geocoder.UseAsync(Token)).TakesCustomersAddresses));
        Assert.Equal("map.geocoder_customers_stay", (await _geocoder.SearchAsync("Melati", true, Token)).Error?.Code);
        Assert.Equal("map.geocoder_customers_stay", (await _geocoder.AddressAtAsync(new GeoPoint(-6, 107), Token)).Error?.Code);

        _settings = new GeocodingSettings { CustomersAddresses = true };
        Assert.Equal((false, false), ((await _geocoder.UseAsync(Token)).FindsPlaces, (await _geocoder.UseAsync(Token)).TakesCustomersAddresses));
        Assert.Equal("map.geocoder_off", (await _geocoder.SearchAsync("Melati", false, Token)).Error?.Code);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task What_was_asked_today_is_not_asked_again()
    {
        await _geocoder.SearchAsync("Melati", false, Token);
        Assert.Equal(2, (await _geocoder.SearchAsync(" Melati ", false, Token)).Value.Count);
        Assert.Single(_server.Asked);

        _clock.Advance(TimeSpan.FromDays(1));
        await _geocoder.SearchAsync("Melati", false, Token);
        Assert.Equal(2, _server.Asked.Count);
    }

    [Fact]
    public async Task A_second_lies_between_two_requests()
    {
        await _geocoder.SearchAsync("Melati", false, Token);
        var second = _geocoder.SearchAsync("Mawar", false, Token);

        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Single(_server.Asked);
        Assert.False(second.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await second).Succeeded);
        Assert.Equal(2, _server.Asked.Count);
    }

    [Fact]
    public async Task Who_finds_five_before_him_is_sent_away()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = Enumerable.Range(0, GeocoderQueue.Most).Select(_ => _queue.RunAsync(TimeSpan.Zero, AskAsync, Token)).ToList();

        Assert.Equal("map.geocoder_busy", (await _geocoder.SearchAsync("Melati", false, Token)).Error?.Code);

        gate.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.True(answer.Succeeded));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await _geocoder.SearchAsync("Melati", false, Token)).Succeeded);

        async Task<Core.Common.Results.Result<int>> AskAsync()
        {
            await gate.Task;
            return 1;
        }
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_server_that_has_enough_is_left_alone_for_a_minute(int status)
    {
        _server.Answer = context => Status(context, status);
        Assert.Equal("map.geocoder_busy", (await _geocoder.SearchAsync("Melati", false, Token)).Error?.Code);

        _server.Answer = context => NominatimStandIn.WriteAsync(context, NominatimStandIn.TwoPlaces);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("map.geocoder_busy", (await _geocoder.SearchAsync("Mawar", false, Token)).Error?.Code);
        Assert.Single(_server.Asked);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await _geocoder.SearchAsync("Mawar", false, Token)).Value.Count);
    }

    [Theory]
    [InlineData("error", 500)]
    [InlineData("missing", 404)]
    [InlineData("elsewhere", 302)]
    [InlineData("<html>Bandwidth limit exceeded</html>", 200)]
    [InlineData("{\"error\":\"too wide\"}", 200)]
    [InlineData("[{\"lat\":\"1\"", 200)]
    [InlineData("", 200)]
    [InlineData("\"places\"", 200)]
    public async Task Rubbish_is_a_failure_and_is_not_remembered(string body, int status)
    {
        _server.Answer = async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/search?again";
            await NominatimStandIn.WriteAsync(context, body);
        };
        Assert.Equal("map.geocoder_failed", (await _geocoder.SearchAsync("Melati", false, Token)).Error?.Code);
        Assert.Single(_server.Asked);

        _server.Answer = context => NominatimStandIn.WriteAsync(context, NominatimStandIn.TwoPlaces);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await _geocoder.SearchAsync("Melati", false, Token)).Value.Count);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_none_however_right_it_is()
    {
        _server.Answer = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($"[{new string(' ', 1024 * 1024)}]", context.RequestAborted);
        };

        Assert.Equal("map.geocoder_failed", (await _geocoder.SearchAsync("Melati", false, Token)).Error?.Code);
    }

    [Fact]
    public async Task A_server_that_is_silent_is_given_up_after_five_seconds()
    {
        _server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var start = TimeProvider.System.GetTimestamp();

        Assert.Equal("map.geocoder_failed", (await _geocoder.SearchAsync("Melati", false, Token)).Error?.Code);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 4.5, 30);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://169.254.169.254")]
    [InlineData("http://[fe80::1]")]
    [InlineData("http://no-such-host.invalid")]
    public async Task A_server_that_is_not_there_or_may_not_be_asked_is_a_failure(string server)
    {
        _settings = _settings with { Server = server };
        Assert.Equal("map.geocoder_failed", (await _geocoder.SearchAsync("Melati", false, Token)).Error?.Code);
    }

    [Fact]
    public async Task What_is_no_place_on_earth_is_left_out_and_names_are_cut()
    {
        var longName = new string('a', 299) + "\U0001F3E0" + "z";
        _server.Answer = context => NominatimStandIn.WriteAsync(context, $$"""
            [{"lat":"95","lon":"1","display_name":"Too far north"},{"lat":"NaN","lon":"1","display_name":"No number"},{"lat":"1","display_name":"Half"},{"lat":"1","lon":"2","display_name":""},{"lat":"1","lon":"2","display_name":7},
             {"lat":"1","lon":"2","display_name":"\u0000"},{"lat":"1","lon":"2","display_name":"\ud800"},7,null,{"lat":-6.25,"lon":107,"display_name":"Numbers"},{"lat":"1","lon":"2","display_name":"{{longName}}"},
             {"lat":"1","lon":"2","display_name":"c"},{"lat":"1","lon":"2","display_name":"d"},{"lat":"1","lon":"2","display_name":"e"},{"lat":"1","lon":"2","display_name":"f"}]
            """);

        var found = await _geocoder.SearchAsync("Melati", false, Token);

        Assert.Equal(["Numbers", new string('a', 299), "c", "d", "e"], found.Value.Select(place => place.Name));
        Assert.Equal(new GeoPoint(-6.25, 107), found.Value[0].Point);
    }

    [Fact]
    public async Task Texts_without_end_or_with_control_characters_are_not_sent()
    {
        Assert.Equal("common.required", (await _geocoder.SearchAsync("  ", false, Token)).Error?.Fields.Single().Code);
        Assert.Equal("common.too_long", (await _geocoder.SearchAsync(new string('a', 201), false, Token)).Error?.Fields.Single().Code);
        Assert.Equal("common.control_characters", (await _geocoder.SearchAsync("a\0b", false, Token)).Error?.Fields.Single().Code);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public void Settings_say_which_field_is_wrong()
    {
        var validator = new GeocodingSettingsValidator();
        Assert.Empty(Wrong(new GeocodingSettings()));
        Assert.Empty(Wrong(new GeocodingSettings { Server = "https://nominatim.test/osm", Email = "noc@warga.test", Countries = "id, my", Around = "-6.9, 106.4, -5.9, 107.6" }));
        Assert.Equal(["Server"], Wrong(new GeocodingSettings { Server = "ftp://nominatim.test" }));
        Assert.Equal(["Server"], Wrong(new GeocodingSettings { Server = "https://a:b@nominatim.test" }));
        Assert.Equal(["Server"], Wrong(new GeocodingSettings { Server = "https://nominatim.test/?key=1" }));
        Assert.Equal(["Email"], Wrong(new GeocodingSettings { Email = "noc" }));
        Assert.Equal(["Email"], Wrong(new GeocodingSettings { Email = "noc@warga.test\r\nX: y" }));
        Assert.Equal(["Countries"], Wrong(new GeocodingSettings { Countries = "Indonesia" }));
        Assert.Equal(["Around"], Wrong(new GeocodingSettings { Around = "-5.9, 106.4, -6.9, 107.6" }));
        Assert.Equal(["Around"], Wrong(new GeocodingSettings { Around = "Bekasi" }));
        Assert.Equal(["SecondsBetween"], Wrong(new GeocodingSettings { SecondsBetween = 0 }));

        IEnumerable<string> Wrong(GeocodingSettings settings) => validator.Validate(settings).Errors.Select(e => e.PropertyName).Distinct();
    }

    public async ValueTask DisposeAsync()
    {
        CultureInfo.CurrentUICulture = _before;
        _client.Dispose();
        _queue.Dispose();
        await _server.DisposeAsync();
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private Geocoder Of(TestActor actor) => new(actor, new SettingsOf<GeocodingSettings>(() => _settings), _queue, new GeocoderMemory(_clock), _client);
}
