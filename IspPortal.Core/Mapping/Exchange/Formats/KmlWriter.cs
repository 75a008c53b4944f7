using System.Text;
using System.Xml;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Writes KML 2.2 (OGC 07-147r2), a piece at a time.</summary>
internal static class KmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.Entitize };

    public static IEnumerable<string> Write(PlantFile file)
    {
        yield return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n";
        foreach (var drawn in PlantDrawn.Of(file))
        {
            yield return Placemark(drawn);
        }

        yield return "</Document></kml>\n";
    }

    private static string Placemark(PlantDrawn drawn)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("Placemark");
            xml.WriteElementString("name", Plain(drawn.Name));
            xml.WriteStartElement("ExtendedData");
            foreach (var (field, value) in drawn.Fields)
            {
                if (field == PlantFields.Name)
                {
                    continue;
                }

                xml.WriteStartElement("Data");
                xml.WriteAttributeString("name", field);
                xml.WriteElementString("value", Plain(value is double number ? PlantNumbers.Write(number) : FormattableString.Invariant($"{value}")));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteStartElement(drawn.IsLine ? "LineString" : "Point");
            if (drawn.IsLine)
            {
                xml.WriteElementString("tessellate", "1");
            }

            xml.WriteElementString("coordinates", string.Join(' ', drawn.Points.Select(Tuple)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static string Tuple(GeoPoint point) => $"{PlantNumbers.Write(point.Longitude)},{PlantNumbers.Write(point.Latitude)}";

    // XML 1.0 has no place for some of the letters that a text may hold.
    private static string Plain(string text) => text.All(IsKept) ? text : string.Concat(text.Where(IsKept));

    private static bool IsKept(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);
}
