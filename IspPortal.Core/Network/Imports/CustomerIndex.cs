using IspPortal.Core.Common.People;

namespace IspPortal.Core.Network.Imports;

/// <summary>Customers of a file by username, phone and name.</summary>
internal sealed class CustomerIndex
{
    private const int LongestName = 6;
    private const int ShortestName = 5;

    private readonly ILookup<string, CustomerRow> _byUsername;
    private readonly ILookup<string, CustomerRow> _byUsernameLoosely;
    private readonly ILookup<string, CustomerRow> _byPhone;
    private readonly ILookup<string, CustomerRow> _byName;
    private readonly ILookup<string, CustomerRow> _byJoinedName;

    public CustomerIndex(IReadOnlyList<CustomerRow> rows)
    {
        _byUsername = rows.Where(r => r.Username is not null).ToLookup(r => r.Username!, StringComparer.Ordinal);
        _byUsernameLoosely = rows.Where(r => r.Username is not null).ToLookup(r => r.Username!, StringComparer.OrdinalIgnoreCase);
        _byPhone = rows.Select(r => (Row: r, Phone: PhoneNumber.Normalise(r.Phone))).Where(r => r.Phone is not null).ToLookup(r => r.Phone!, r => r.Row, StringComparer.Ordinal);
        var named = rows.Select(r => (Row: r, Name: PersonName.Normalise(r.Name))).Where(r => r.Name.Length >= ShortestName).ToList();
        _byName = named.ToLookup(r => r.Name, r => r.Row, StringComparer.Ordinal);
        _byJoinedName = named.ToLookup(r => r.Name.Replace(" ", string.Empty, StringComparison.Ordinal), r => r.Row, StringComparer.Ordinal);
    }

    /// <summary>The customers that fit by the first of username, phone and name that fits at all.</summary>
    public (IReadOnlyList<CustomerRow> Rows, MatchedBy? By) Find(FoundLine line)
    {
        var byUsername = _byUsername[line.Name].ToList();
        if (byUsername.Count == 0)
        {
            byUsername = [.. _byUsernameLoosely[line.Name]];
        }

        if (byUsername.Count > 0)
        {
            return (byUsername, MatchedBy.Username);
        }

        var byPhone = PhoneNumber.FindIn(line.Comment).Concat(PhoneNumber.Normalise(line.Name) is { } phone ? [phone] : []).SelectMany(p => _byPhone[p]).Distinct().ToList();
        if (byPhone.Count > 0)
        {
            return (byPhone, MatchedBy.Phone);
        }

        var byName = NamesIn(line).Distinct().ToList();
        return byName.Count > 0 ? (byName, MatchedBy.Name) : ([], null);
    }

    // The longest run of words that is somebody's name wins, so that "Budi Santoso Putra" is not "Budi Santoso".
    private IEnumerable<CustomerRow> NamesIn(FoundLine line)
    {
        var words = PersonName.WordsOf(line.Comment);
        for (var length = Math.Min(LongestName, words.Count); length > 0; length--)
        {
            var found = Enumerable.Range(0, words.Count - length + 1).SelectMany(i => _byName[string.Join(' ', words.Skip(i).Take(length))]).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return _byJoinedName[PersonName.Normalise(line.Name).Replace(" ", string.Empty, StringComparison.Ordinal)];
    }
}
