namespace IspPortal.Core.Common.Live;

/// <summary>
/// The lossy channel for screens: the newest value of each topic, never a queue. It never waits for a reader and is told only
/// what is already committed or measured.
/// </summary>
public interface ILiveFeed
{
    /// <summary>How many subscriptions are open, over all topics. Zero when no page is open.</summary>
    int SubscriptionCount { get; }

    /// <summary>Replaces the topic's value and marks it new for every subscription.</summary>
    void Publish<T>(LiveTopic<T> topic, T value)
        where T : class;

    /// <summary>The newest value, or null when none was published yet.</summary>
    T? Latest<T>(LiveTopic<T> topic)
        where T : class;

    /// <summary>Forgets the topic's value, when what it speaks of is gone.</summary>
    void Forget<T>(LiveTopic<T> topic)
        where T : class;

    /// <summary>
    /// Opens a subscription; the cached value counts as new. <paramref name="onArrival"/>, when given, is called on the
    /// publisher's thread and must return at once (set a flag, post to the renderer).
    /// </summary>
    ILiveSubscription<T> Subscribe<T>(LiveTopic<T> topic, Action? onArrival = null)
        where T : class;

    /// <summary>The keys of <typeparamref name="T"/>'s topics that somebody watches now.</summary>
    IReadOnlyCollection<Guid> WatchedKeys<T>()
        where T : class;

    /// <summary>Calls back (quickly, on any thread) whenever a first watcher comes or the last one leaves a topic of <typeparamref name="T"/>.</summary>
    IDisposable OnWatchChanged<T>(Action<Guid, bool> watched)
        where T : class;
}
