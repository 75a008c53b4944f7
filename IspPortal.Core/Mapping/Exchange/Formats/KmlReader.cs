using System.Text;
using System.Xml;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Reads the placemarks of a KML, our own and those of Google Earth and My Maps. Whatever is in the text, it answers; document types and entities are refused before anything of them is read.</summary>
internal static class KmlReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = PlantFileLimits.MostBytes,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static Result<PlantFile> Read(string text)
    {
        try
        {
            using var letters = new StringReader(text);
            using var reader = XmlReader.Create(letters, Settings);
            return Read(reader);
        }
        catch (XmlException exception)
        {
            return text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase) ? PlantFileErrors.HasEntities : PlantFileErrors.Malformed(Math.Max(1, exception.LineNumber));
        }
    }

    private static Result<PlantFile> Read(XmlReader reader)
    {
        var features = new List<PlantFeature>();
        var (path, folders, words) = (new Stack<string>(), new Stack<string?>(), new StringBuilder());
        KmlPlacemark? placemark = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (path.Count == 0 && reader.LocalName != "kml")
                    {
                        return PlantFileErrors.NotAPlant;
                    }

                    if (reader.Depth > PlantFileLimits.MostDepth)
                    {
                        return PlantFileErrors.TooDeep(PlantFileLimits.MostDepth);
                    }

                    words.Clear();
                    switch (reader.LocalName)
                    {
                        case "Folder" when !reader.IsEmptyElement:
                            folders.Push(null);
                            break;
                        case "Placemark":
                            placemark = new KmlPlacemark(((IXmlLineInfo)reader).LineNumber, folders.FirstOrDefault(name => name is not null));
                            break;
                        case "Data" or "SimpleData":
                            placemark?.Begin(reader.GetAttribute("name"));
                            break;
                    }

                    if (!reader.IsEmptyElement)
                    {
                        path.Push(reader.LocalName);
                    }
                    else if (reader.LocalName == "Placemark")
                    {
                        features.Add(placemark!.ToFeature());
                        placemark = null;
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    words.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    path.Pop();
                    End(reader.LocalName, path, folders, words.ToString().Trim(), placemark);
                    words.Clear();
                    if (reader.LocalName == "Placemark" && placemark is not null)
                    {
                        features.Add(placemark.ToFeature());
                        placemark = null;
                    }

                    break;
            }

            if (features.Count > PlantFileLimits.MostFeatures)
            {
                return PlantFileErrors.TooMany(PlantFileLimits.MostFeatures);
            }
        }

        return PlantFeatures.Read(features);
    }

    private static void End(string element, Stack<string> path, Stack<string?> folders, string words, KmlPlacemark? placemark)
    {
        switch (element, path.TryPeek(out var parent) ? parent : null)
        {
            case ("Folder", _):
                folders.TryPop(out _);
                break;
            case ("name", "Folder"):
                folders.TryPop(out _);
                folders.Push(words.Length > 0 ? words : null);
                break;
            case ("name", "Placemark"):
                placemark?.Say(PlantFields.Name, words);
                break;
            case ("description", "Placemark"):
                placemark?.Describe(words);
                break;
            case ("value", "Data"):
            case ("SimpleData", _):
                placemark?.Say(words);
                break;
            case ("coordinates", "Point"):
                placemark?.Draw(PlantShape.Point, words);
                break;
            case ("coordinates", "LineString"):
                placemark?.Draw(PlantShape.Line, words);
                break;
        }
    }
}
