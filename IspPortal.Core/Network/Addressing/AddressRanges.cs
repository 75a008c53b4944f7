namespace IspPortal.Core.Network.Addressing;

/// <summary>Ranges that carry something, such as the name of their pool, for asking in which of them an address lies.</summary>
internal sealed class AddressRanges<T>
{
    private readonly List<(AddressRange Range, int Number, T Owner)> _ranges = [];
    private readonly List<long> _furthest = [];

    public AddressRanges(IEnumerable<(AddressRange Range, T Owner)> ranges)
    {
        _ranges.AddRange(ranges.Select((r, number) => (r.Range, number, r.Owner)).OrderBy(r => r.Range.From).ThenBy(r => r.number));
        var furthest = -1L;
        foreach (var (range, _, _) in _ranges)
        {
            _furthest.Add(furthest = Math.Max(furthest, range.To));
        }
    }

    /// <summary>The owners of the ranges that hold the address, in the order in which they were given.</summary>
    public IReadOnlyList<T> Of(long address)
    {
        List<(int Number, T Owner)>? found = null;
        for (var i = LastFrom(address); i >= 0 && _furthest[i] >= address; i--)
        {
            if (_ranges[i].Range.Contains(address))
            {
                (found ??= []).Add((_ranges[i].Number, _ranges[i].Owner));
            }
        }

        return found is null ? [] : [.. found.OrderBy(f => f.Number).Select(f => f.Owner)];
    }

    // The last range that begins at or before the address.
    private int LastFrom(long address)
    {
        var (low, high) = (0, _ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges[middle].Range.From <= address ? (middle + 1, high) : (low, middle - 1);
        }

        return high;
    }
}
