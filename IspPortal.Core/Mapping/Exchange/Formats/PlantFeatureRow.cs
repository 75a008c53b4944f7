using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Reads what is said of one feature; remembers the first thing that cannot be read.</summary>
internal sealed class PlantFeatureRow(PlantFeature feature)
{
    public Error? Fault { get; private set; } = feature.Fault;

    public string? Text(string field)
    {
        foreach (var word in PlantFields.WordsOf(field))
        {
            if (feature.Texts.TryGetValue(word, out var text))
            {
                return text;
            }
        }

        return null;
    }

    public int? Whole(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        // 8.0 and 8,0 are what spreadsheets and drawing programs make of 8.
        if (PlantNumbers.Read(text) is { } number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue)
        {
            return (int)number;
        }

        Fault ??= PlantFileErrors.NotANumber(field);
        return null;
    }

    public double? Number(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        var number = PlantNumbers.Read(text);
        if (number is null)
        {
            Fault ??= PlantFileErrors.NotANumber(field);
        }

        return number;
    }

    public void Refuse(Error error) => Fault ??= error;
}
