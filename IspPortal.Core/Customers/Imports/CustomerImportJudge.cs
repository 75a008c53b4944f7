using IspPortal.Core.Common.People;
using IspPortal.Core.Common.Search;

namespace IspPortal.Core.Customers.Imports;

/// <summary>
/// Judges the rows of a file one after the other against the customers that are there and against the rows before them. Known is a row with the same code of the old
/// system, the same identity number, or the same phone and name; two different codes say that the old system held them for two, so that a person decides.
/// </summary>
internal sealed class CustomerImportJudge
{
    // A name of thousands in a big city: those that share it are told apart by phone and card alone.
    private const int MostOfASound = 200;

    private readonly Dictionary<string, List<Somebody>> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Somebody>> _byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Somebody>> _byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Somebody>> _bySound = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _learned = [];

    /// <summary>Makes customers known that share code, identity number, phone or sound with rows to come; those that were removed are known by their code alone.</summary>
    public void Learn(IEnumerable<DuplicateCandidate> customers)
    {
        foreach (var customer in customers.Where(customer => _learned.Add(customer.Id)))
        {
            var somebody = new Somebody(customer.Id, null, customer.ExternalCode, customer.Phone, SearchKey.Of(customer.Name), customer.Street is null ? null : AddressWords.Of(customer.Street, customer.City));
            Put(_byCode, customer.ExternalCode, somebody);
            if (customer.IsRemoved)
            {
                continue;
            }

            Put(_byIdentity, customer.IdentityHash, somebody);
            foreach (var phone in customer.ContactPhones.Append(customer.Phone).Distinct(StringComparer.Ordinal))
            {
                Put(_byPhone, phone, somebody);
            }

            PutSound(customer.NameSound, somebody);
        }
    }

    /// <summary>The verdict on a row whose fields hold; it counts for the rows after it.</summary>
    public CustomerImportFinding Judge(CustomerImportDraft draft, string? identityHash)
    {
        var request = draft.Request;
        var name = request.CompanyName ?? request.Name;
        var row = new Somebody(null, draft.Number, request.ExternalCode, request.Phone, SearchKey.Of(name), request.Street is null ? null : AddressWords.Of(request.Street, request.City));
        var sound = NameSound.Of(name);
        var finding = Known(row, identityHash) ?? Possible(row, identityHash, sound) ?? new CustomerImportFinding(CustomerImportVerdict.New);
        if (finding.Verdict != CustomerImportVerdict.Known)
        {
            Put(_byCode, row.Code, row);
            Put(_byIdentity, identityHash, row);
            foreach (var phone in request.Contacts.Select(contact => contact.Phone).Append(row.Phone).Distinct(StringComparer.Ordinal))
            {
                Put(_byPhone, phone, row);
            }

            PutSound(sound, row);
        }

        return finding;
    }

    /// <summary>Whether the row is there by now, or null; rows before it do not count.</summary>
    public CustomerImportFinding? FindKnown(CustomerImportDraft draft, string? identityHash) =>
        Known(new Somebody(null, draft.Number, draft.Request.ExternalCode, draft.Request.Phone, SearchKey.Of(draft.Request.CompanyName ?? draft.Request.Name), null), identityHash);

    private CustomerImportFinding? Known(Somebody row, string? identityHash) =>
        Found(_byCode, row.Code, static _ => true, CustomerImportVerdict.Known, CustomerImportMatch.ExternalCode)
        ?? Found(_byIdentity, identityHash, other => !row.IsToldApartFrom(other), CustomerImportVerdict.Known, CustomerImportMatch.IdentityNumber)
        ?? Found(_byPhone, row.Phone, other => row.IsNamedLike(other) && !row.IsToldApartFrom(other), CustomerImportVerdict.Known, CustomerImportMatch.PhoneAndName);

    private CustomerImportFinding? Possible(Somebody row, string? identityHash, string sound) =>
        Found(_byIdentity, identityHash, static _ => true, CustomerImportVerdict.Possible, CustomerImportMatch.IdentityNumber)
        ?? Found(_byPhone, row.Phone, row.IsNamedLike, CustomerImportVerdict.Possible, CustomerImportMatch.PhoneAndName)
        ?? Found(_bySound, sound, other => row.Address is { } here && other.Address is { } there && DuplicateMatcher.IsNear(here, there), CustomerImportVerdict.Possible, CustomerImportMatch.NameAndAddress)
        ?? Found(_byPhone, row.Phone, static _ => true, CustomerImportVerdict.Possible, CustomerImportMatch.Phone);

    private static CustomerImportFinding? Found(
        Dictionary<string, List<Somebody>> index, string? key, Func<Somebody, bool> isIt, CustomerImportVerdict verdict, CustomerImportMatch match) =>
        key is not null && index.TryGetValue(key, out var candidates) && candidates.Find(candidate => isIt(candidate)) is { } found
            ? new CustomerImportFinding(verdict, match, found.Id, found.Number)
            : null;

    private static void Put(Dictionary<string, List<Somebody>> index, string? key, Somebody somebody)
    {
        if (key is not null)
        {
            (index.TryGetValue(key, out var found) ? found : index[key] = []).Add(somebody);
        }
    }

    private void PutSound(string sound, Somebody somebody)
    {
        // One word sounds like half the town, and without a street no address is near.
        if (sound.Contains(' ', StringComparison.Ordinal) && somebody.Address is not null && !(_bySound.TryGetValue(sound, out var found) && found.Count >= MostOfASound))
        {
            Put(_bySound, sound, somebody);
        }
    }

    private sealed record Somebody(Guid? Id, int? Number, string? Code, string? Phone, string NameKey, AddressWords? Address)
    {
        /// <summary>The old system held them for two.</summary>
        public bool IsToldApartFrom(Somebody other) => Code is not null && other.Code is not null && Code != other.Code;

        public bool IsNamedLike(Somebody other) => Phone == other.Phone && NameKey == other.NameKey;
    }
}
