using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Tests.Mapping.Exchange;

/// <summary>Whatever is in a file, it is read or refused; and whatever is written is read again.</summary>
public sealed class FuzzingPlantFilesTests
{
    private const string Letters = "abcXYZ 019-_.,;:<>&\"'\\/{}[]()=+@#%é漢😀\n";

    private static readonly byte[][] Good = [.. Enum.GetValues<PlantFormat>().Select(format => PlantFiles.Write(format, PlantFiles.Example)), PlantFiles.Bytes(PlantFiles.MyMaps)];

    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Arbitrary_bytes_are_answered() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(400)];
        random.NextBytes(bytes);
        Answered(bytes);
        Answered([.. Start(random), .. bytes]);
        Answered([.. Start(random), .. PlantFiles.Bytes(Text(random, random.Next(200)))]);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Good_files_that_were_damaged_are_answered() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var bytes = Good[random.Next(Good.Length)].ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 80), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, PlantFiles.Bytes(Text(random, random.Next(1, 20))));
                    break;
                default:
                    bytes[at] = (byte)Letters[random.Next(Letters.Length)];
                    break;
            }
        }

        Answered([.. bytes]);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(4_000));

    [Theory]
    [InlineData(PlantFormat.Geojson)]
    [InlineData(PlantFormat.Kml)]
    [InlineData(PlantFormat.Csv)]
    public void Whatever_is_written_is_read_again(PlantFormat format) => Prop.ForAll(Seeds, seed =>
    {
        var file = Drawn(new Random(seed));
        Assert.Equal(PlantFiles.Told(file), PlantFiles.Told(PlantFiles.Read(PlantFiles.Write(format, file)).Value));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Neither a success nor a refusal is right or wrong here: an exception is.
    private static void Answered(byte[] bytes)
    {
        var read = PlantFiles.Read(bytes);
        Assert.True(read.Succeeded || read.Error!.Code.Contains('.', StringComparison.Ordinal));
    }

    private static byte[] Start(Random random) => PlantFiles.Bytes(random.Next(5) switch
    {
        0 => "{\"features\":[",
        1 => "<kml><Placemark><name>",
        2 => "kind,name,latitude,longitude,way\nodp,A,",
        3 => "{\"features\":[{\"properties\":{\"name\":\"",
        _ => "<kml><Document><Placemark><Point><coordinates>",
    });

    private static string Text(Random random, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            var at = random.Next(Letters.Length);
            at = char.IsLowSurrogate(Letters[at]) ? at - 1 : at;
            text.Append(Letters, at, char.IsHighSurrogate(Letters[at]) ? 2 : 1);
        }

        return text.ToString();
    }

    // As they are kept: trimmed, and not beginning with the quote that disarms a formula.
    private static string? Said(Random random) => random.Next(3) == 0 ? null : Text(random, random.Next(1, 30)).Trim().TrimStart('\'').Trim() is { Length: > 0 } text ? text : null;

    private static PlantFile Drawn(Random random)
    {
        var nodes = Enumerable.Range(0, random.Next(1, 6)).Select(n => new PlantFileNode(
            0, Enum.GetValues<PlantNodeKind>()[random.Next(7)], Name(random, "N", n), Point(random), Said(random), Said(random), Maybe(random, 256), Maybe(random, 64), Said(random))).ToList();
        var cables = Enumerable.Range(0, random.Next(0, 4)).Select(n => new PlantFileCable(
            0, Name(random, "K", n), nodes[0].Name, nodes[^1].Name, nodes[0].Point, nodes[^1].Point, [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => Point(random))],
            Maybe(random, 288), Maybe(random, 24), Maybe(random, 500_000) / 8.0, Maybe(random, 500_000) / 3.0, Said(random), Said(random))).ToList();
        var links = Enumerable.Range(0, random.Next(0, 3)).Select(n => new PlantFileLink(0, Name(random, "R", n), nodes[0].Name, nodes[^1].Name, nodes[0].Point, nodes[^1].Point, Maybe(random, 1_000), Said(random))).ToList();
        return new PlantFile(nodes, cables, links, []);
    }

    private static string Name(Random random, string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{Said(random)} {kind}{number}").Trim();

    private static int? Maybe(Random random, int most) => random.Next(2) == 0 ? null : random.Next(1, most);

    private static GeoPoint Point(Random random) => new((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
}
