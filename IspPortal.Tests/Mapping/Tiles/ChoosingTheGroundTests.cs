using IspPortal.Core.Mapping.Tiles;
using IspPortal.Infrastructure.Mapping.Tiles;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Mapping.Tiles;

/// <summary>What lies under the marks, as the settings want it and the folder has it.</summary>
public sealed class ChoosingTheGroundTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("isp-portal-tiles-").FullName;
    private MapSettings _settings = new() { Background = MapBackground.Folder };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_root, "tiles");

    [Theory]
    [InlineData("https://tiles.test/{z}/{x}/{y}.png", "https://tiles.test")]
    [InlineData("http://tiles.test:8080/{z}/{x}/{y}", "http://tiles.test:8080")]
    [InlineData("https://{s}.tiles.test/{z}/{x}/{y}.png?key=a1", "https://*.tiles.test")]
    [InlineData("https://tiles.test?z={z}&x={x}&y={y}", "https://tiles.test")]
    [InlineData("http://10.1.2.3/{z}/{y}/{x}.jpg", "http://10.1.2.3")]
    [InlineData("http://[fd00::1]:81/{z}/{x}/{y}", "http://[fd00::1]:81")]
    [InlineData("HTTPS://Tiles.Test/{z}/{x}/{y}", "https://tiles.test")]
    public void An_address_of_a_tile_opens_its_server_alone(string template, string origin)
    {
        Assert.True(TileTemplate.IsValid(template));
        Assert.Equal(origin, TileTemplate.OriginOf(template));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tiles/{z}/{x}/{y}")]
    [InlineData("https://tiles.test/{z}/{x}.png")]
    [InlineData("https://tiles.test/{z}/{x}/{x}/{y}.png")]
    [InlineData("https://tiles.test/{z}/{x}/{-y}.png")]
    [InlineData("https://tiles.test/{z}/{x}/{y}{r}.png")]
    [InlineData("https://{x}.tiles.test/{z}/{x}/{y}.png")]
    [InlineData("https://tiles.{s}.test/{z}/{x}/{y}.png")]
    [InlineData("https://tiles.test/{s}/{z}/{x}/{y}.png")]
    [InlineData("https://user:secret@tiles.test/{z}/{x}/{y}.png")]
    [InlineData("https://tiles.test /{z}/{x}/{y}.png")]
    [InlineData("https://tiles.test;script-src/{z}/{x}/{y}.png")]
    [InlineData("https://tiles.test/{z}/{x}/{y}.png#'")]
    [InlineData("ftp://tiles.test/{z}/{x}/{y}.png")]
    [InlineData("javascript://tiles.test/{z}/{x}/{y}")]
    [InlineData("data:image/png;base64,{z}{x}{y}")]
    public void Anything_else_opens_nothing(string? template)
    {
        Assert.False(TileTemplate.IsValid(template));
        Assert.Null(TileTemplate.OriginOf(template));
    }

    [Fact]
    public void Settings_say_which_field_is_wrong()
    {
        var validator = new MapSettingsValidator();
        Assert.True(validator.Validate(new MapSettings()).IsValid);
        Assert.True(validator.Validate(new MapSettings { Background = MapBackground.Folder }).IsValid);
        Assert.Equal(["TileUrl"], Wrong(new MapSettings { Background = MapBackground.Server }));
        Assert.Equal(["TileUrl"], Wrong(new MapSettings { TileUrl = "ftp://tiles.test/{z}/{x}/{y}" }));
        Assert.Equal(["Attribution", "HighestZoom"], Wrong(new MapSettings { Attribution = new string('a', 201), HighestZoom = 23 }));
        Assert.NotEmpty(Wrong(new MapSettings { Attribution = "a\0b" }));

        IEnumerable<string> Wrong(MapSettings settings) => validator.Validate(settings).Errors.Select(e => e.PropertyName).Distinct();
    }

    [Fact]
    public async Task The_settings_choose_between_plain_server_and_folder()
    {
        var tiles = Tiles(Folder);
        Assert.Null(await tiles.SourceAsync(Token));

        Directory.CreateDirectory(Folder);
        Assert.Equal(new TileSource("tiles/{z}/{x}/{y}", "© Warga", 15, null), await SourceAsync(MapBackground.Folder));
        Assert.Equal(new TileSource("https://{s}.tiles.test/{z}/{x}/{y}", "© Warga", 15, "https://*.tiles.test"), await SourceAsync(MapBackground.Server));
        Assert.Null(await SourceAsync(MapBackground.Plain));
        Assert.Null(await Tiles(null).SourceAsync(Token));

        ValueTask<TileSource?> SourceAsync(MapBackground background)
        {
            _settings = new MapSettings { Background = background, TileUrl = "https://{s}.tiles.test/{z}/{x}/{y}", Attribution = "© Warga", HighestZoom = 15 };
            return tiles.SourceAsync(Token);
        }
    }

    [Fact]
    public async Task A_tile_is_what_its_content_says()
    {
        Put("3/5/2.png", SampleFiles.Jpeg());
        Put("3/5/3.jpg", SampleFiles.Png());
        Put("3/5/4.webp", [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBPVP8 "u8]);
        Put("3/5/5.png", [.. "<html>a page</html>"u8]);
        Put("3/5/6.txt", SampleFiles.Png());
        var tiles = Tiles(Folder);

        Assert.Equal("image/jpeg", (await tiles.FindAsync(3, 5, 2, Token))?.ContentType);
        Assert.Equal("image/png", (await tiles.FindAsync(3, 5, 3, Token))?.ContentType);
        Assert.Equal("image/webp", (await tiles.FindAsync(3, 5, 4, Token))?.ContentType);
        Assert.Null(await tiles.FindAsync(3, 5, 5, Token));
        Assert.Null(await tiles.FindAsync(3, 5, 6, Token));
        Assert.Null(await tiles.FindAsync(3, 5, 7, Token));
        Assert.Null(await tiles.FindAsync(3, 6, 2, Token));

        _settings = new MapSettings { Background = MapBackground.Plain };
        Assert.Null(await tiles.FindAsync(3, 5, 2, Token));
    }

    [Fact]
    public async Task No_tile_lies_outside_the_world()
    {
        Put("1/1/1.png", SampleFiles.Png());
        Put("1/2/0.png", SampleFiles.Png());
        Put("0/-1/0.png", SampleFiles.Png());
        Put("23/0/0.png", SampleFiles.Png());
        var tiles = Tiles(Folder);

        Assert.NotNull(await tiles.FindAsync(1, 1, 1, Token));
        Assert.Null(await tiles.FindAsync(1, 2, 0, Token));
        Assert.Null(await tiles.FindAsync(0, -1, 0, Token));
        Assert.Null(await tiles.FindAsync(23, 0, 0, Token));
        Assert.Null(await tiles.FindAsync(int.MinValue, 0, 0, Token));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("4/1")]
    [InlineData("4/1/1.png")]
    public async Task Links_out_of_the_folder_are_not_followed(string link)
    {
        var secret = Path.Combine(_root, "secret");
        Directory.CreateDirectory(Path.Combine(secret, "1"));
        File.WriteAllBytes(Path.Combine(secret, "1", "1.png"), SampleFiles.Png());
        File.WriteAllBytes(Path.Combine(secret, "1.png"), SampleFiles.Png());
        var place = Path.Combine(Folder, link);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.CreateSymbolicLink(place, link switch { "4" => secret, "4/1" => Path.Combine(secret, "1"), _ => Path.Combine(secret, "1.png") });

        Assert.Null(await Tiles(Folder).FindAsync(4, 1, 1, Token));

        File.Delete(place);
        Put("4/1/1.png", SampleFiles.Png());
        Assert.NotNull(await Tiles(Folder).FindAsync(4, 1, 1, Token));
    }

    [Fact]
    public async Task A_file_that_changes_gets_another_tag()
    {
        Put("2/1/1.png", SampleFiles.Png());
        var before = await Tiles(Folder).FindAsync(2, 1, 1, Token);
        Put("2/1/1.png", SampleFiles.Png(24, 24));
        var after = await Tiles(Folder).FindAsync(2, 1, 1, Token);

        Assert.NotEqual(before!.Tag, after!.Tag);
        Assert.Equal(after.Tag, (await Tiles(Folder).FindAsync(2, 1, 1, Token))!.Tag);
    }

    public void Dispose() => Directory.Delete(_root, true);

    private MapTiles Tiles(string? folder) => new(new SettingsOf<MapSettings>(() => _settings), Options.Create(new MapOptions { TileFolder = folder }));

    private void Put(string place, byte[] content)
    {
        var file = Path.Combine(Folder, place);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
