using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>A placemark while it is read.</summary>
/// <param name="line">Where in the file.</param>
/// <param name="folder">The name of the folder around it, or null.</param>
internal sealed class KmlPlacemark(int line, string? folder)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<GeoPoint> _points = [];
    private PlantShape _shape;
    private int _shapes;
    private Error? _fault;
    private string? _description;
    private string? _field;

    /// <summary>What the next value is said of.</summary>
    public void Begin(string? field) => _field = field;

    public void Say(string value)
    {
        if (_field is { } field)
        {
            Say(field, value);
        }

        _field = null;
    }

    public void Say(string field, string value)
    {
        if (value.Length > 0)
        {
            _texts[ColumnNames.KeyOf(field)] = value;
        }
    }

    public void Describe(string text) => _description = text;

    public void Draw(PlantShape shape, string coordinates)
    {
        _shapes++;
        _shape = shape;
        _points.Clear();
        foreach (var part in coordinates.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var tuple = part.Split(',');
            if (tuple.Length < 2 || PlantNumbers.Read(tuple[0]) is not { } longitude || PlantNumbers.Read(tuple[1]) is not { } latitude)
            {
                _fault = PlantFileErrors.NotAPlace;
                return;
            }

            _points.Add(new GeoPoint(latitude, longitude));
        }

        if (_points.Count == 0)
        {
            _fault = PlantFileErrors.NotAPlace;
        }
    }

    public PlantFeature ToFeature()
    {
        // What others draw sorts things by folders and says the rest in words. Pages with pictures are no note.
        if (!_texts.ContainsKey(PlantFields.Kind))
        {
            Offer(PlantFields.Area, folder, PlantNode.LongestName);
            Offer(PlantFields.Note, _description?.Contains('<', StringComparison.Ordinal) == true ? null : _description, PlantNode.LongestText);
        }

        return new PlantFeature(line, _shapes == 1 ? _shape : PlantShape.None, _shapes == 1 ? _points : [], _texts, _fault ?? (_shapes > 1 ? PlantFileErrors.NoShape : null));
    }

    private void Offer(string field, string? text, int longest)
    {
        if (!string.IsNullOrEmpty(text) && text.Length <= longest)
        {
            _texts.TryAdd(field, text);
        }
    }
}
