namespace IspPortal.Core.Network.Drift;

/// <summary>Finds who made a difference among the changes that a router's log tells. Pure.</summary>
public sealed class DriftAuthors
{
    private readonly Dictionary<(string Menu, string Item), List<RouterChange>> _byItem = [];
    private readonly Dictionary<(string Menu, string Id), List<RouterChange>> _byId = [];
    private readonly List<RouterChange> _unnamed = [];

    /// <summary>Indexes the changes of one router.</summary>
    public DriftAuthors(IEnumerable<RouterChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes.OrderBy(c => c.AtUtc))
        {
            if (!change.NamesItem)
            {
                _unnamed.Add(change);
                continue;
            }

            foreach (var name in Each(change.Item))
            {
                Add(_byItem, (change.Menu ?? string.Empty, name), change);
            }

            foreach (var id in Each(change.ItemId))
            {
                Add(_byId, (change.Menu ?? string.Empty, id), change);
            }
        }
    }

    /// <summary>
    /// The last who changed that item, or, when no line names it, the only one who changed something of its menu in that time, as a guess. Null: nobody is known,
    /// also when several come into question.
    /// </summary>
    /// <param name="menu">The item's menu.</param>
    /// <param name="key">Its key.</param>
    /// <param name="ids">The router's ids by which it is or was known.</param>
    /// <param name="fromUtc">Nobody before this can have made the difference; null: not known.</param>
    /// <param name="mayGuess">Whether a guess is good enough.</param>
    public DriftAuthor? Find(string menu, string key, IEnumerable<string> ids, DateTime? fromUtc, bool mayGuess)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var from = fromUtc ?? DateTime.MinValue;
        var named = ids.Select(id => _byId.GetValueOrDefault((menu, id))).Append(_byItem.GetValueOrDefault((menu, key)))
            .Select(found => found?[^1]).OfType<RouterChange>().Where(c => c.AtUtc >= from).MaxBy(c => c.AtUtc);
        if (named is not null)
        {
            return new DriftAuthor(named.By, named.From, named.AtUtc, IsGuess: false);
        }

        if (!mayGuess)
        {
            return null;
        }

        var possible = _unnamed.FindAll(c => c.AtUtc >= from && (c.Menu is null || c.Menu == menu));
        var about = possible.FindAll(c => c.Menu == menu) is { Count: > 0 } told ? told : possible;
        return about.Count > 0 && about.TrueForAll(c => c.By == about[0].By) ? new DriftAuthor(about[^1].By, about[^1].From, about[^1].AtUtc, IsGuess: true) : null;
    }

    // One command may change several items; a name may itself contain a comma.
    private static IEnumerable<string> Each(string? told) => told is null ? [] : told.Contains(',', StringComparison.Ordinal) ? [told, .. told.Split(',')] : [told];

    private static void Add(Dictionary<(string, string), List<RouterChange>> index, (string, string) key, RouterChange change)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(change);
    }
}
