using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Geocoding;

namespace IspPortal.Infrastructure.Mapping.Geocoding;

/// <summary>One request after the other, with the pause between them that the server's rules ask for; who finds too many before him goes away at once.</summary>
internal sealed class GeocoderQueue(TimeProvider clock) : IDisposable
{
    public const int Most = 5;

    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private int _inside;
    private long? _lastAt;
    private DateTime _leftAloneUntilUtc;

    public async Task<Result<T>> RunAsync<T>(TimeSpan between, Func<Task<Result<T>>> ask, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > Most)
            {
                return GeocodingErrors.Busy;
            }

            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await AskAsync(between, ask, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Result<T>> AskAsync<T>(TimeSpan between, Func<Task<Result<T>>> ask, CancellationToken cancellationToken)
    {
        if (clock.UtcNow() < _leftAloneUntilUtc)
        {
            return GeocodingErrors.Busy;
        }

        if (_lastAt is { } last && between - clock.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, cancellationToken);
        }

        _lastAt = clock.GetTimestamp();
        var answer = await ask();
        if (answer.Error == GeocodingErrors.Busy)
        {
            _leftAloneUntilUtc = clock.UtcNow() + LeftAloneFor;
        }

        return answer;
    }
}
