using System.Collections.Concurrent;

namespace IspPortal.Web.Shared.Api;

/// <summary>
/// How many requests each caller has left: a bucket that holds a minute's worth and fills evenly. A bucket that is full again is forgotten.
/// </summary>
internal sealed class CallerBudgets(TimeProvider clock)
{
    private const int SweepAbove = 1_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private long _sweptAt = clock.GetTimestamp();

    public int Count => _buckets.Count;

    /// <summary>Takes one request from the caller's budget.</summary>
    public CallerBudget Take(string caller, int perMinute)
    {
        SweepNowAndThen();
        return _buckets.GetOrAdd(caller, static (_, state) => new Bucket(state.perMinute, state.clock), (perMinute, clock)).Take(perMinute);
    }

    private void SweepNowAndThen()
    {
        var swept = Interlocked.Read(ref _sweptAt);
        if (_buckets.Count < SweepAbove || clock.GetElapsedTime(swept) < TimeSpan.FromSeconds(10)
            || Interlocked.CompareExchange(ref _sweptAt, clock.GetTimestamp(), swept) != swept)
        {
            return;
        }

        foreach (var (caller, bucket) in _buckets)
        {
            if (bucket.IsFull())
            {
                _buckets.TryRemove(caller, out _);
            }
        }
    }

    private sealed class Bucket(int perMinute, TimeProvider clock)
    {
        private readonly Lock _gate = new();
        private double _tokens = perMinute;
        private int _perMinute = perMinute;
        private long _at = clock.GetTimestamp();

        public CallerBudget Take(int perMinute)
        {
            lock (_gate)
            {
                _perMinute = perMinute;
                Fill();
                var allowed = _tokens >= 1;
                if (allowed)
                {
                    _tokens--;
                }

                var perSecond = perMinute / 60.0;
                return new CallerBudget(
                    allowed,
                    perMinute,
                    (int)_tokens,
                    TimeSpan.FromSeconds((perMinute - _tokens) / perSecond),
                    allowed ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - _tokens) / perSecond));
            }
        }

        public bool IsFull()
        {
            lock (_gate)
            {
                Fill();
                return _tokens >= _perMinute;
            }
        }

        private void Fill()
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(_perMinute, _tokens + (clock.GetElapsedTime(_at, now).TotalSeconds * _perMinute / 60));
            _at = now;
        }
    }
}
