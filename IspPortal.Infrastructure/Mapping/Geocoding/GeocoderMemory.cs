namespace IspPortal.Infrastructure.Mapping.Geocoding;

/// <summary>The last answers, for a day. Only in memory: they tell where people live, and a restart forgets them.</summary>
internal sealed class GeocoderMemory(TimeProvider clock)
{
    public const int Most = 1_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (object? Answer, long At)> _known = new(StringComparer.Ordinal);

    public bool TryGet<T>(string key, out T answer)
    {
        lock (_gate)
        {
            var isKnown = _known.TryGetValue(key, out var known) && clock.GetElapsedTime(known.At) < KeptFor;
            answer = isKnown ? (T)known.Answer! : default!;
            return isKnown;
        }
    }

    public void Put(string key, object? answer)
    {
        lock (_gate)
        {
            if (_known.Count >= Most)
            {
                _known.Remove(_known.MinBy(one => one.Value.At).Key);
            }

            _known[key] = (answer, clock.GetTimestamp());
        }
    }
}
