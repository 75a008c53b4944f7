namespace IspPortal.Core.Billing.Generator;

/// <summary>Days in a row, both ends included.</summary>
internal readonly record struct DayRange(DateOnly FromOn, DateOnly ToOn)
{
    public int Days => ToOn.DayNumber - FromOn.DayNumber + 1;

    /// <summary>Those of <paramref name="ranges"/> that are in no range of <paramref name="others"/>, in order.</summary>
    public static List<DayRange> Without(IEnumerable<DayRange> ranges, IEnumerable<DayRange> others)
    {
        var left = ranges.OrderBy(range => range.FromOn).ToList();
        foreach (var other in others)
        {
            // Most of a long history lies elsewhere.
            if (left.Count == 0 || other.ToOn < left[0].FromOn || other.FromOn > left[^1].ToOn)
            {
                continue;
            }

            left = [.. left.SelectMany(range => range.Without(other))];
        }

        return left;
    }

    /// <summary>What lies in both; null: nothing.</summary>
    public DayRange? Within(DayRange other)
    {
        var (from, to) = (FromOn > other.FromOn ? FromOn : other.FromOn, ToOn < other.ToOn ? ToOn : other.ToOn);
        return from <= to ? new(from, to) : null;
    }

    private IEnumerable<DayRange> Without(DayRange other)
    {
        if (other.ToOn < FromOn || other.FromOn > ToOn)
        {
            yield return this;
            yield break;
        }

        if (other.FromOn > FromOn)
        {
            yield return this with { ToOn = other.FromOn.AddDays(-1) };
        }

        if (other.ToOn < ToOn)
        {
            yield return this with { FromOn = other.ToOn.AddDays(1) };
        }
    }
}
