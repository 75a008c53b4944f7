using System.Text;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Exchange.Formats;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Exchange;

namespace IspPortal.Tests.Mapping.Exchange;

/// <summary>Files of the plant, as bytes.</summary>
internal static class PlantFiles
{
    /// <summary>A KML as Google My Maps writes one: names, folders and words, and nothing of our own.</summary>
    public const string MyMaps = """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2">
          <Document>
            <name>Jaringan Bekasi</name>
            <Style id="icon-1"><IconStyle><scale>1</scale></IconStyle></Style>
            <Folder>
              <name>Bekasi Timur</name>
              <Placemark>
                <name>ODP BKS 01</name>
                <description><![CDATA[Tiang depan masjid]]></description>
                <styleUrl>#icon-1</styleUrl>
                <Point><coordinates>
                  107.0000,-6.2500,0
                </coordinates></Point>
              </Placemark>
              <Placemark><name>ODP BKS 02</name><description><![CDATA[<img src="https://x/y.jpg"/>]]></description><Point><coordinates>107.0100,-6.2500,0</coordinates></Point></Placemark>
            </Folder>
            <Placemark>
              <name>Kabel 1</name>
              <LineString><tessellate>1</tessellate><coordinates>
                107.0001,-6.2500,0
                107.0050,-6.2510,0
                107.0100,-6.2501,0
              </coordinates></LineString>
            </Placemark>
          </Document>
        </kml>
        """;

    public static PlantFile Example { get; } = new(
        [
            new(0, PlantNodeKind.Site, "POP-1", new GeoPoint(-6.23, 107)),
            new(0, PlantNodeKind.Tower, "TWR-1", new GeoPoint(-6.2, 107.123456789012)),
            new(0, PlantNodeKind.Odp, "ODP <1> & \"co\"", new GeoPoint(-6.25, 107.0101), "Bekasi, Timur", "=1+1; 'kutip'\nbaris dua", 16, 8, "POP-1"),
        ],
        [new(0, "-KABEL 1", "POP-1", "ODP <1> & \"co\"", new GeoPoint(-6.23, 107), new GeoPoint(-6.25, 107.0101), [new GeoPoint(-6.24, 107.001), new GeoPoint(-6.245, 107.002)], 24, 12, 812.5, 20, "Telkom", "udara")],
        [new(0, "RADIO", "POP-1", "TWR-1", new GeoPoint(-6.23, 107), new GeoPoint(-6.2, 107.123456789012), 500, "5 GHz")],
        []);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Write(PlantFormat format, PlantFile file) => Bytes(string.Concat(format switch
    {
        PlantFormat.Geojson => GeoJsonWriter.Write(file),
        PlantFormat.Kml => KmlWriter.Write(file),
        _ => PlantCsvWriter.Write(file),
    }));

    public static Result<PlantFile> Read(byte[] content)
    {
        var read = PlantFileReader.Read(content);
        return read.Succeeded ? read.Value.File : read.Error;
    }

    public static Result<PlantFile> Read(string text) => Read(Bytes(text));

    /// <summary>All that a file says, as text: without its lines, and without the ends that are named.</summary>
    public static string Told(PlantFile file) => string.Join('\n', [
        .. file.Nodes.Select(node => (node with { Line = 0 }).ToString()),
        .. file.Cables.Select(cable => $"{cable with { Line = 0, Start = null, End = null, Bends = null }} {RouteText.Of(cable.Bends ?? [])}"),
        .. file.Links.Select(link => (link with { Line = 0, Start = null, End = null }).ToString()),
        .. file.Faults.Select(fault => fault.ToString())]);
}
