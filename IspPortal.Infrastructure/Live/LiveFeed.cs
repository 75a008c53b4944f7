using System.Collections.Concurrent;
using IspPortal.Core.Common.Live;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Live;

internal sealed class LiveFeed(ILogger<LiveFeed> logger) : ILiveFeed
{
    private readonly ConcurrentDictionary<Type, object> _tables = new();
    private int _subscriptions;

    public int SubscriptionCount => Volatile.Read(ref _subscriptions);

    public void Publish<T>(LiveTopic<T> topic, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        Table<T>().Publish(topic.Key, value);
    }

    public T? Latest<T>(LiveTopic<T> topic)
        where T : class => Table<T>().Latest(topic.Key);

    public void Forget<T>(LiveTopic<T> topic)
        where T : class => Table<T>().Forget(topic.Key);

    public ILiveSubscription<T> Subscribe<T>(LiveTopic<T> topic, Action? onArrival = null)
        where T : class => Table<T>().Subscribe(topic.Key, onArrival);

    public IReadOnlyCollection<Guid> WatchedKeys<T>()
        where T : class => Table<T>().WatchedKeys();

    public IDisposable OnWatchChanged<T>(Action<Guid, bool> watched)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(watched);
        return Table<T>().OnWatchChanged(watched);
    }

    internal void CountSubscription(int by) => Interlocked.Add(ref _subscriptions, by);

    private TopicTable<T> Table<T>()
        where T : class => (TopicTable<T>)_tables.GetOrAdd(typeof(T), static (_, feed) => new TopicTable<T>(feed, feed.Logger), this);

    private ILogger Logger { get; } = logger;
}
