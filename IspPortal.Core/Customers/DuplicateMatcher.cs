using IspPortal.Core.Common.People;

namespace IspPortal.Core.Customers;

/// <summary>Judges which candidates may be the customer that is being typed.</summary>
internal static class DuplicateMatcher
{
    /// <summary>How alike two addresses are at least to count as one: 0 to 1.</summary>
    private const double NearAddress = 0.6;

    /// <summary>The reasons, the surest first; none means that it is somebody else.</summary>
    public static IReadOnlyList<DuplicateReason> ReasonsFor(DuplicateProbe probe, string? phone, string? identityHash, DuplicateCandidate candidate)
    {
        var reasons = new List<DuplicateReason>();
        if (identityHash is not null && identityHash == candidate.IdentityHash)
        {
            reasons.Add(DuplicateReason.IdentityNumber);
        }

        var soundsAlike = NameSound.Of(probe.Name) is { Length: > 0 } sound && sound == candidate.NameSound;
        if (soundsAlike && AddressLikeness(probe.Street, probe.City, candidate.Street, candidate.City) >= NearAddress)
        {
            reasons.Add(DuplicateReason.NameAndAddress);
        }

        if (phone is not null && (phone == candidate.Phone || candidate.ContactPhones.Contains(phone, StringComparer.Ordinal)))
        {
            reasons.Add(DuplicateReason.Phone);
        }

        if (soundsAlike && !reasons.Contains(DuplicateReason.NameAndAddress))
        {
            reasons.Add(DuplicateReason.Name);
        }

        return reasons;
    }

    /// <summary>Words in common, from 0 (none) to 1 (the same); 0 when either address is unknown. <c>Jl. Melati No. 3</c> and <c>jalan melati 3</c> are the same.</summary>
    public static double AddressLikeness(string? street, string? city, string? otherStreet, string? otherCity)
    {
        var (one, other) = (WordsOf(street), WordsOf(otherStreet));
        if (one.Count == 0 || other.Count == 0)
        {
            return 0;
        }

        var (cityOne, cityOther) = (WordsOf(city), WordsOf(otherCity));
        if (cityOne.Count > 0 && cityOther.Count > 0 && !cityOne.Overlaps(cityOther))
        {
            return 0;
        }

        // Another house number is another house, however long the name of the street.
        var (numbers, otherNumbers) = (one.Where(IsNumber).ToHashSet(StringComparer.Ordinal), other.Where(IsNumber).ToHashSet(StringComparer.Ordinal));
        if (numbers.Count > 0 && otherNumbers.Count > 0 && !numbers.IsSubsetOf(otherNumbers) && !otherNumbers.IsSubsetOf(numbers))
        {
            return 0;
        }

        return one.Count(other.Contains) / (double)Math.Min(one.Count, other.Count);
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);

    private static HashSet<string> WordsOf(string? text) =>
        [.. PersonName.WordsOf(text).Select(word => word.TrimStart('0')).Where(word => word.Length > 0 && word is not ("jl" or "jalan" or "jln" or "no" or "nomor" or "gg" or "gang" or "rt" or "rw" or "kota" or "kab" or "kabupaten"))];
}
