using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Live;

/// <summary>All topics of one kind of value.</summary>
internal sealed class TopicTable<T>(LiveFeed feed, ILogger logger)
    where T : class
{
    private readonly ConcurrentDictionary<Guid, TopicSlot<T>> _slots = new();
    private readonly Lock _noticeGate = new();
    private Action<Guid, bool>[] _notices = [];

    public void Publish(Guid key, T value)
    {
        var published = new Published<T>(value);
        while (true)
        {
            var slot = _slots.GetOrAdd(key, static k => new TopicSlot<T>(k));
            slot.Current = published;

            // Of this publisher and one who drops the slot at least one must see the other: DropIfUnused does the same the other way round.
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref slot.DeadFlag) == 0)
            {
                foreach (var reader in slot.Readers)
                {
                    Tell(reader.OnArrival);
                }

                return;
            }
        }
    }

    public T? Latest(Guid key) => _slots.TryGetValue(key, out var slot) ? slot.Current?.Value : null;

    public void Forget(Guid key)
    {
        if (_slots.TryGetValue(key, out var slot))
        {
            lock (slot.Gate)
            {
                slot.Current = null;
                DropIfUnused(slot);
            }
        }
    }

    public LiveSubscription<T> Subscribe(Guid key, Action? onArrival)
    {
        while (true)
        {
            var slot = _slots.GetOrAdd(key, static k => new TopicSlot<T>(k));
            lock (slot.Gate)
            {
                if (slot.DeadFlag != 0)
                {
                    continue;
                }

                var subscription = new LiveSubscription<T>(this, slot, onArrival);
                slot.Readers = [.. slot.Readers, subscription];
                feed.CountSubscription(1);
                if (slot.Readers.Length == 1)
                {
                    Notice(key, watched: true);
                }

                return subscription;
            }
        }
    }

    public void Leave(TopicSlot<T> slot, LiveSubscription<T> subscription)
    {
        lock (slot.Gate)
        {
            slot.Readers = [.. slot.Readers.Where(r => !ReferenceEquals(r, subscription))];
            feed.CountSubscription(-1);
            if (slot.Readers.Length == 0)
            {
                Notice(slot.Key, watched: false);
                DropIfUnused(slot);
            }
        }
    }

    public IReadOnlyCollection<Guid> WatchedKeys() => [.. _slots.Where(s => s.Value.Readers.Length > 0).Select(s => s.Key)];

    public IDisposable OnWatchChanged(Action<Guid, bool> watched)
    {
        lock (_noticeGate)
        {
            Volatile.Write(ref _notices, [.. _notices, watched]);
        }

        return new NoticeRegistration(() =>
        {
            lock (_noticeGate)
            {
                var index = Array.IndexOf(_notices, watched);
                if (index >= 0)
                {
                    Volatile.Write(ref _notices, [.. _notices.Where((_, i) => i != index)]);
                }
            }
        });
    }

    // Called inside the slot's gate.
    private void DropIfUnused(TopicSlot<T> slot)
    {
        if (slot.Current is null && slot.Readers.Length == 0 && slot.DeadFlag == 0)
        {
            Volatile.Write(ref slot.DeadFlag, 1);
            Interlocked.MemoryBarrier();
            if (slot.Current is not null)
            {
                // A value came meanwhile, perhaps from a publisher who saw the slot alive: it stays so.
                Volatile.Write(ref slot.DeadFlag, 0);
                return;
            }

            _slots.TryRemove(new KeyValuePair<Guid, TopicSlot<T>>(slot.Key, slot));
        }
    }

    private void Notice(Guid key, bool watched)
    {
        foreach (var notice in Volatile.Read(ref _notices))
        {
            Tell(() => notice(key, watched));
        }
    }

    // A reader's fault is its own: the next reader and the publisher go on.
    private void Tell(Action? call)
    {
        try
        {
            call?.Invoke();
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "A reader of {Topic} threw", typeof(T).Name);
        }
    }

    private sealed class NoticeRegistration(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
