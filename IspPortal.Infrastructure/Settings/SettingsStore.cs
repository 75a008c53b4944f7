using System.Collections.Immutable;
using System.Text.Json;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Settings;

/// <summary>Keeps one section in memory, looks for changes of other processes, tells those who asked.</summary>
internal sealed class SettingsStore<T>(SettingsKey<T> key, PortalContextSource source, TimeProvider clock, ILogger<SettingsStore<T>> logger) : ISettingsReader<T>, IDisposable
    where T : class, new()
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _loading = new(1);
    private ImmutableList<Action<T>> _watchers = [];
    private volatile Cached? _cached;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken) =>
        _cached is { } cached && clock.GetElapsedTime(cached.ReadAt) < FreshFor ? ValueTask.FromResult(cached.Value) : new ValueTask<T>(RefreshAsync(cancellationToken));

    public IDisposable OnChanged(Action<T> changed)
    {
        ImmutableInterlocked.Update(ref _watchers, static (list, watcher) => list.Add(watcher), changed);
        return new Watch(() => ImmutableInterlocked.Update(ref _watchers, static (list, watcher) => list.Remove(watcher), changed));
    }

    /// <summary>Takes what was just saved here.</summary>
    public void Accept(T value, long version)
    {
        if (_cached is { } cached && cached.Version >= version)
        {
            return;
        }

        _cached = new Cached(value, version, clock.GetTimestamp());
        foreach (var watcher in _watchers)
        {
            try
            {
                watcher(value);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "A watcher of the settings {Key} failed", key.Name);
            }
        }
    }

    public void Dispose() => _loading.Dispose();

    private async Task<T> RefreshAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            var before = _cached;
            if (before is not null && clock.GetElapsedTime(before.ReadAt) < FreshFor)
            {
                return before.Value;
            }

            await using var context = source.CreateForSystem("settings");
            var row = await context.Set<SettingsRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key.Name, cancellationToken);
            if (before is not null && row is not null && row.Version > before.Version)
            {
                Accept(Read(row), row.Version);
            }
            else
            {
                _cached = before is null ? new Cached(Read(row), row?.Version ?? 0, clock.GetTimestamp()) : before with { ReadAt = clock.GetTimestamp() };
            }

            return _cached!.Value;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && _cached is not null)
        {
            // Routers are polled on while the database is away.
            logger.LogWarning(exception, "The settings {Key} cannot be read; the last known ones stay", key.Name);
            return _cached.Value;
        }
        finally
        {
            _loading.Release();
        }
    }

    public static T Read(SettingsRow? row) => row is null ? new T() : JsonSerializer.Deserialize<T>(row.Json, SettingsJson.Stored) ?? new T();

    private sealed record Cached(T Value, long Version, long ReadAt);

    private sealed class Watch(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
