using IspPortal.Core.Common.People;

namespace IspPortal.Core.Customers;

/// <summary>Judges which candidates may be the customer that is being typed.</summary>
internal static class DuplicateMatcher
{
    /// <summary>How alike two addresses are at least to count as one: 0 to 1.</summary>
    private const double NearAddress = 0.6;

    /// <summary>The reasons, the surest first; none means that it is somebody else.</summary>
    public static IReadOnlyList<DuplicateReason> ReasonsFor(DuplicateProbe probe, string? phone, string? identityHash, string? taxIdHash, DuplicateCandidate candidate)
    {
        var reasons = new List<DuplicateReason>();
        // A person's tax number is the identity number, whichever of the two fields it stands in.
        if (AreSame(identityHash, candidate.IdentityHash) || AreSame(taxIdHash, candidate.IdentityHash) || AreSame(identityHash, candidate.TaxIdHash))
        {
            reasons.Add(DuplicateReason.IdentityNumber);
        }

        var soundsAlike = NameSound.Of(probe.Name) is { Length: > 0 } sound && sound == candidate.NameSound;
        if (soundsAlike && AddressLikeness(probe.Street, probe.City, candidate.Street, candidate.City) >= NearAddress)
        {
            reasons.Add(DuplicateReason.NameAndAddress);
        }

        if (AreSame(taxIdHash, candidate.TaxIdHash) && !reasons.Contains(DuplicateReason.IdentityNumber))
        {
            reasons.Add(DuplicateReason.TaxId);
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
    public static double AddressLikeness(string? street, string? city, string? otherStreet, string? otherCity) => AddressWords.Of(street, city).LikenessTo(AddressWords.Of(otherStreet, otherCity));

    /// <summary>Whether two addresses count as one.</summary>
    public static bool IsNear(AddressWords one, AddressWords other) => one.LikenessTo(other) >= NearAddress;

    private static bool AreSame(string? hash, string? other) => hash is not null && hash == other;
}
