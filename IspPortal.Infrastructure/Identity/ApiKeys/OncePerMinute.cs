namespace IspPortal.Infrastructure.Identity.ApiKeys;

/// <summary>Lets one of each sort through a minute on this node and counts the others.</summary>
internal sealed class OncePerMinute(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Since, int HeldBack)> _sorts = new(StringComparer.Ordinal);

    /// <summary>How many of the sort were held back since the last one that went through; null: this one is held back too.</summary>
    public int? TryPass(string sort)
    {
        lock (_gate)
        {
            var known = _sorts.TryGetValue(sort, out var last);
            if (known && clock.GetElapsedTime(last.Since) < Window)
            {
                _sorts[sort] = last with { HeldBack = last.HeldBack + 1 };
                return null;
            }

            _sorts[sort] = (clock.GetTimestamp(), 0);
            return last.HeldBack;
        }
    }
}
