using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>
/// The journal's hours in five-minute sums, so that what is asked of all accesses need not decode every poll again. Reads only rows that came since, and
/// forgets everything when nobody asks.
/// </summary>
internal sealed class OpenHours(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromMinutes(20);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<(Guid Source, long Hour), OpenHour> _hours = [];
    private long _usedAt = clock.GetTimestamp();

    /// <summary>Brings it up to what this connection sees, then lets <paramref name="read"/> look at it.</summary>
    public async Task<T> ReadAsync<T>(DbConnection connection, Func<IEnumerable<OpenHour>, T> read, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _usedAt = clock.GetTimestamp();
            await CatchUpAsync(connection, cancellationToken);
            return read(_hours.Values);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task ForgetUnusedAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetElapsedTime(_usedAt) > ForgetAfter)
            {
                _hours.Clear();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task CatchUpAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var there = new Dictionary<(Guid, long), int>();
        await using (var command = SeriesSql.Command(
            connection, "SELECT source_id, (at_ms - 1) / 3600000, COUNT(*) FROM series_journal GROUP BY source_id, (at_ms - 1) / 3600000"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                there[(SeriesSql.Id((byte[])reader[0]), reader.GetInt64(1))] = (int)reader.GetInt64(2);
            }
        }

        foreach (var gone in _hours.Keys.Where(key => !there.ContainsKey(key)).ToList())
        {
            _hours.Remove(gone);
        }

        foreach (var (key, rows) in there)
        {
            if (!_hours.TryGetValue(key, out var hour))
            {
                _hours[key] = hour = new OpenHour(key.Item1, key.Item2);
            }

            if (hour.Rows == rows)
            {
                continue;
            }

            await AddRowsAsync(connection, hour, cancellationToken);
            if (hour.Rows != rows)
            {
                // Something came late, or was packed and came again.
                _hours[key] = hour = new OpenHour(key.Item1, key.Item2);
                await AddRowsAsync(connection, hour, cancellationToken);
            }
        }
    }

    private static async Task AddRowsAsync(DbConnection connection, OpenHour hour, CancellationToken cancellationToken)
    {
        await using var command = SeriesSql.Command(
            connection,
            "SELECT at_ms, payload FROM series_journal WHERE source_id = @source AND at_ms > @after AND at_ms <= @end ORDER BY at_ms",
            ("source", SeriesSql.Bytes(hour.SourceId)),
            ("after", Math.Max(hour.LastMs, hour.Hour * RollUp.HourMs)),
            ("end", (hour.Hour + 1) * RollUp.HourMs));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            hour.Add(reader.GetInt64(0), (byte[])reader[1]);
        }
    }
}
