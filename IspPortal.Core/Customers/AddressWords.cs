using IspPortal.Core.Common.People;

namespace IspPortal.Core.Customers;

/// <summary>An address taken apart once, to be compared with many.</summary>
internal sealed class AddressWords
{
    private readonly HashSet<string> _street;
    private readonly HashSet<string> _numbers;
    private readonly HashSet<string> _city;

    private AddressWords(string? street, string? city)
    {
        (_street, _city) = (WordsOf(street), WordsOf(city));
        _numbers = _street.Where(word => char.IsAsciiDigit(word[0])).ToHashSet(StringComparer.Ordinal);
    }

    public static AddressWords Of(string? street, string? city) => new(street, city);

    /// <summary>Words in common, from 0 to 1; see <see cref="DuplicateMatcher.AddressLikeness"/>.</summary>
    public double LikenessTo(AddressWords other)
    {
        if (_street.Count == 0 || other._street.Count == 0)
        {
            return 0;
        }

        if (_city.Count > 0 && other._city.Count > 0 && !_city.Overlaps(other._city))
        {
            return 0;
        }

        // Another house number is another house, however long the name of the street.
        if (_numbers.Count > 0 && other._numbers.Count > 0 && !_numbers.IsSubsetOf(other._numbers) && !other._numbers.IsSubsetOf(_numbers))
        {
            return 0;
        }

        return _street.Count(other._street.Contains) / (double)Math.Min(_street.Count, other._street.Count);
    }

    private static HashSet<string> WordsOf(string? text) =>
        [.. PersonName.WordsOf(text).Select(word => word.TrimStart('0')).Where(word => word.Length > 0 && word is not ("jl" or "jalan" or "jln" or "no" or "nomor" or "gg" or "gang" or "rt" or "rw" or "kota" or "kab" or "kabupaten"))];
}
