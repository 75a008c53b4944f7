using System.Text;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Exchange;

namespace IspPortal.Tests.Mapping.Exchange;

public sealed class ReadingPlantFilesTests
{
    private const string Columns = "kind,name,latitude,longitude,from,to,way,cores,ports\n";

    [Theory]
    [InlineData(PlantFormat.Geojson)]
    [InlineData(PlantFormat.Kml)]
    [InlineData(PlantFormat.Csv)]
    public void What_is_written_is_read_again_just_so(PlantFormat format)
    {
        var read = PlantFileReader.Read(PlantFiles.Write(format, PlantFiles.Example));

        Assert.Equal(format, read.Value.Format);
        Assert.Equal(PlantFiles.Told(PlantFiles.Example), PlantFiles.Told(read.Value.File));
        if (format != PlantFormat.Csv)
        {
            Assert.Equal(PlantFiles.Example.Cables[0].Start, read.Value.File.Cables[0].Start);
            Assert.Equal(PlantFiles.Example.Links[0].End, read.Value.File.Links[0].End);
        }
    }

    [Fact]
    public void A_spreadsheet_finds_no_formula_in_the_table()
    {
        var text = Encoding.UTF8.GetString(PlantFiles.Write(PlantFormat.Csv, PlantFiles.Example));

        Assert.Contains("'-KABEL 1", text, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1; 'kutip'", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",-KABEL", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_Google_My_Maps_is_read_by_its_names_and_folders()
    {
        var file = PlantFiles.Read(PlantFiles.MyMaps).Value;

        Assert.Empty(file.Faults);
        Assert.Equal(new PlantFileNode(8, null, "ODP BKS 01", new GeoPoint(-6.25, 107), "Bekasi Timur", "Tiang depan masjid"), file.Nodes[0]);
        Assert.Null(file.Nodes[1].Note);
        var cable = Assert.Single(file.Cables);
        Assert.Equal(("Kabel 1", null, new GeoPoint(-6.25, 107.0001), new GeoPoint(-6.2501, 107.01)), (cable.Name, cable.From, cable.Start, cable.End));
        Assert.Equal([new GeoPoint(-6.251, 107.005)], cable.Bends!);
    }

    [Fact]
    public void A_table_from_an_Indonesian_spreadsheet_has_other_words_semicolons_and_commas()
    {
        var file = PlantFiles.Read("Nama;Jenis;Lintang;Bujur;Jumlah port\nODP-1;odp;-6,25;107,01;8,0\n").Value;

        Assert.Equal(new PlantFileNode(2, PlantNodeKind.Odp, "ODP-1", new GeoPoint(-6.25, 107.01), Ports: 8), Assert.Single(file.Nodes));
    }

    [Theory]
    [InlineData("", "plant_file.empty")]
    [InlineData(" \r\n\t", "plant_file.empty")]
    [InlineData("PK\u0003\u0004rest", "plant_file.compressed")]
    [InlineData("{", "plant_file.malformed")]
    [InlineData("{}", "plant_file.not_a_plant")]
    [InlineData("[]", "plant_file.not_a_plant")]
    [InlineData("{\"features\":7}", "plant_file.not_a_plant")]
    [InlineData("<html></html>", "plant_file.not_a_plant")]
    [InlineData("<kml><Document></kml>", "plant_file.malformed")]
    [InlineData("<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><kml><Document><name>&b;</name></Document></kml>", "plant_file.has_entities")]
    [InlineData("<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><name>&x;</name></kml>", "plant_file.has_entities")]
    [InlineData("<!DOCTYPE kml SYSTEM \"http://127.0.0.1/x.dtd\"><kml/>", "plant_file.has_entities")]
    [InlineData("a,b,c\n1,2,3\n", "plant_file.no_columns")]
    public void What_is_no_plant_is_refused_with_its_own_word(string text, string code) => Assert.Equal(code, PlantFiles.Read(text).Error?.Code);

    [Fact]
    public void Other_letters_than_UTF8_are_refused()
    {
        Assert.Equal("plant_file.not_utf8", PlantFiles.Read([0xFF, 0xFE, (byte)'<', 0]).Error?.Code);
        Assert.Equal("plant_file.not_utf8", PlantFiles.Read([(byte)'n', (byte)'a', 0xE9, (byte)'\n']).Error?.Code);
    }

    [Fact]
    public void What_is_too_much_is_refused_before_it_is_taken_apart()
    {
        Assert.Equal("plant_file.too_large", PlantFiles.Read(new byte[PlantFileLimits.MostBytes + 1]).Error?.Code);
        Assert.Equal("plant_file.too_deep", PlantFiles.Read($"{{\"features\":{new string('[', 100_000)}").Error?.Code);
        Assert.Equal("plant_file.too_deep", PlantFiles.Read("<kml>" + string.Concat(Enumerable.Repeat("<Folder>", 100_000))).Error?.Code);
        Assert.Equal("plant_file.too_many", PlantFiles.Read("{\"features\":[" + string.Join(',', Enumerable.Repeat("{}", PlantFileLimits.MostFeatures + 1)) + "]}").Error?.Code);
        Assert.Equal("plant_file.too_many", PlantFiles.Read("<kml>" + string.Concat(Enumerable.Repeat("<Placemark/>", PlantFileLimits.MostFeatures + 1)) + "</kml>").Error?.Code);
        var many = PlantFiles.Read(Columns + string.Concat(Enumerable.Range(0, PlantFileLimits.MostFeatures + 1).Select(n => $"pole,T-{n},-6,107\n"))).Error?.Code;
        Assert.Equal("plant_file.too_many", many);
    }

    [Theory]
    [InlineData("odp,,-6,107", "plant_file.name_missing")]
    [InlineData("cat,A,-6,107", "plant_file.unknown_kind")]
    [InlineData("odp,A,-91,107", "plant.not_on_earth")]
    [InlineData("odp,A,-6,180.1", "plant.not_on_earth")]
    [InlineData("odp,A,NaN,107", "plant_file.not_a_number")]
    [InlineData("odp,A,1e999,107", "plant_file.not_a_number")]
    [InlineData("odp,A,-6,", "plant_file.not_a_place")]
    [InlineData("odp,A,,", "plant_file.no_shape")]
    [InlineData("cable,A,,,X,Y,-6 200;-6 107,12", "plant.not_on_earth")]
    [InlineData("cable,A,,,X,Y,hello,12", "plant_file.not_a_place")]
    [InlineData("cable,A,,,X,Y,,many", "plant_file.not_a_number")]
    [InlineData("cable,A,-6,107,X,Y,,12", "plant_file.no_shape")]
    [InlineData("odp,A,-6,107,,,,,8.5", "plant_file.not_a_number")]
    public void A_wrong_row_says_why_and_where(string row, string code)
    {
        var file = PlantFiles.Read(Columns + "pole,T-1,-6,107\n" + row + "\n").Value;

        Assert.Equal((3, code), (Assert.Single(file.Faults).Line, file.Faults[0].Error.Code));
        Assert.Single(file.Nodes);
    }

    [Theory]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\"107\",-6]}}", "plant_file.not_a_place")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1e999,-6]}}", "plant_file.not_a_place")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}", "plant_file.no_shape")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"name\":\"A\"},\"geometry\":null}", "plant_file.no_shape")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[107,-6]]}}", "plant_file.no_shape")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"name\":\"\\ud800\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[107,-6]}}", "plant_file.not_a_place")]
    [InlineData("7", "plant_file.not_a_place")]
    public void A_wrong_feature_says_why_and_where(string feature, string code)
    {
        var file = PlantFiles.Read($"{{\"type\":\"FeatureCollection\",\"features\":[{{\"properties\":{{\"name\":\"T\"}},\"geometry\":{{\"type\":\"Point\",\"coordinates\":[107,-6]}}}},{feature}]}}").Value;

        Assert.Equal((2, code), (Assert.Single(file.Faults).Line, file.Faults[0].Error.Code));
        Assert.Single(file.Nodes);
    }

    [Theory]
    [InlineData("<Placemark><Point><coordinates>107,-6</coordinates></Point></Placemark>", "plant_file.name_missing")]
    [InlineData("<Placemark><name>A</name><Point><coordinates>NaN,-6</coordinates></Point></Placemark>", "plant_file.not_a_place")]
    [InlineData("<Placemark><name>A</name><Point><coordinates>107</coordinates></Point></Placemark>", "plant_file.not_a_place")]
    [InlineData("<Placemark><name>A</name><Point><coordinates> </coordinates></Point></Placemark>", "plant_file.not_a_place")]
    [InlineData("<Placemark><name>A</name><Point><coordinates>190,-6</coordinates></Point></Placemark>", "plant.not_on_earth")]
    [InlineData("<Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>107,-6 108,-6 107,-7 107,-6</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>", "plant_file.no_shape")]
    [InlineData("<Placemark><name>A</name><MultiGeometry><Point><coordinates>107,-6</coordinates></Point><Point><coordinates>107,-7</coordinates></Point></MultiGeometry></Placemark>", "plant_file.no_shape")]
    [InlineData("<Placemark/>", "plant_file.name_missing")]
    public void A_wrong_placemark_says_why_and_where(string placemark, string code)
    {
        var file = PlantFiles.Read($"<kml><Document>\n<Placemark><name>T</name><Point><coordinates>107,-6</coordinates></Point></Placemark>\n{placemark}\n</Document></kml>").Value;

        Assert.Equal((3, code), (Assert.Single(file.Faults).Line, file.Faults[0].Error.Code));
        Assert.Single(file.Nodes);
    }
}
