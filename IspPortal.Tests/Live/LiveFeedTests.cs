using System.Collections.Concurrent;
using IspPortal.Core.Common.Live;
using IspPortal.Infrastructure.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Live;

public sealed class LiveFeedTests
{
    private static readonly LiveTopic<Reading> Topic = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private readonly LiveFeed _feed = new(NullLogger<LiveFeed>.Instance);

    [Fact]
    public void A_reader_sees_only_the_newest_value_and_sees_it_once()
    {
        using var subscription = _feed.Subscribe(Topic);
        Assert.False(subscription.TryTake(out _));

        _feed.Publish(Topic, new Reading(1));
        _feed.Publish(Topic, new Reading(2));

        Assert.True(subscription.TryTake(out var taken));
        Assert.Equal(2, taken.Number);
        Assert.False(subscription.TryTake(out _));
        Assert.Equal(2, subscription.Value?.Number);
    }

    [Fact]
    public void The_cached_value_counts_as_new_for_who_comes_later()
    {
        _feed.Publish(Topic, new Reading(7));
        using var subscription = _feed.Subscribe(Topic);
        Assert.True(subscription.TryTake(out var taken));
        Assert.Equal(7, taken.Number);
        Assert.Equal(7, _feed.Latest(Topic)?.Number);
    }

    [Fact]
    public void The_same_object_published_twice_arrives_twice()
    {
        var reading = new Reading(1);
        using var subscription = _feed.Subscribe(Topic);
        _feed.Publish(Topic, reading);
        Assert.True(subscription.TryTake(out _));
        _feed.Publish(Topic, reading);
        Assert.True(subscription.TryTake(out _));
    }

    [Fact]
    public void A_forgotten_topic_has_no_value_and_takes_new_ones()
    {
        _feed.Publish(Topic, new Reading(1));
        using var subscription = _feed.Subscribe(Topic);
        _feed.Forget(Topic);
        Assert.Null(subscription.Value);
        Assert.Null(_feed.Latest(Topic));
        _feed.Publish(Topic, new Reading(2));
        Assert.True(subscription.TryTake(out var taken));
        Assert.Equal(2, taken.Number);
    }

    [Fact]
    public void A_reader_that_throws_hinders_nobody()
    {
        var told = 0;
        using var bad = _feed.Subscribe(Topic, () => throw new InvalidOperationException("reader's fault"));
        using var good = _feed.Subscribe(Topic, () => told++);
        _feed.Publish(Topic, new Reading(1));
        Assert.Equal(1, told);
    }

    [Fact]
    public void Watching_is_told_for_the_first_reader_and_the_last_only()
    {
        var notices = new List<(Guid Key, bool Watched)>();
        var registration = _feed.OnWatchChanged<Reading>((key, watched) => notices.Add((key, watched)));

        var first = _feed.Subscribe(Topic);
        var second = _feed.Subscribe(Topic);
        Assert.Equal([Topic.Key], _feed.WatchedKeys<Reading>());
        Assert.Equal(2, _feed.SubscriptionCount);
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, _feed.SubscriptionCount);
        second.Dispose();

        Assert.Equal([(Topic.Key, true), (Topic.Key, false)], notices);
        Assert.Empty(_feed.WatchedKeys<Reading>());
        Assert.Equal(0, _feed.SubscriptionCount);

        registration.Dispose();
        _feed.Subscribe(Topic).Dispose();
        Assert.Equal(2, notices.Count);
    }

    [Fact]
    public void A_disposed_subscription_takes_nothing_more()
    {
        var told = 0;
        var subscription = _feed.Subscribe(Topic, () => told++);
        subscription.Dispose();
        _feed.Publish(Topic, new Reading(1));
        Assert.Equal(0, told);
        Assert.False(subscription.TryTake(out _));
    }

    [Fact]
    public async Task With_many_threads_no_last_value_is_lost_and_watch_notices_alternate()
    {
        var keys = Enumerable.Range(1, 4).Select(i => new LiveTopic<Reading>(new Guid(i, 0, 0, new byte[8]))).ToArray();
        var notices = new ConcurrentDictionary<Guid, ConcurrentQueue<bool>>();
        using var registration = _feed.OnWatchChanged<Reading>((key, watched) => notices.GetOrAdd(key, _ => new()).Enqueue(watched));
        var token = TestContext.Current.CancellationToken;
        var writers = keys.Select(key => Task.Run(
            () =>
            {
                for (var i = 1; i <= 20_000; i++)
                {
                    _feed.Publish(key, new Reading(i));
                    if (i % 1000 == 0 && i < 20_000)
                    {
                        _feed.Forget(key);
                    }
                }
            },
            token));
        var readers = Enumerable.Range(0, 8).Select(n => Task.Run(
            () =>
            {
                for (var round = 0; round < 500; round++)
                {
                    var last = 0;
                    using var subscription = _feed.Subscribe(keys[(n + round) % keys.Length]);
                    for (var i = 0; i < 20; i++)
                    {
                        if (subscription.TryTake(out var value))
                        {
                            Assert.True(value.Number > last, "an older value came after a newer one");
                            last = value.Number;
                        }
                    }
                }
            },
            token));

        await Task.WhenAll(writers.Concat(readers));

        Assert.Equal(0, _feed.SubscriptionCount);
        Assert.All(keys, key => Assert.Equal(20_000, _feed.Latest(key)?.Number));
        Assert.All(notices.Values, queue => Assert.All(queue.Select((watched, i) => (watched, i)), n => Assert.Equal(n.i % 2 == 0, n.watched)));
    }

    [Fact]
    public async Task Whoever_subscribes_while_values_come_ends_with_the_last_one()
    {
        for (var round = 0; round < 5_000; round++)
        {
            var topic = new LiveTopic<Reading>(new Guid(round, 1, 0, new byte[8]));
            var publisher = Task.Run(() => _feed.Publish(topic, new Reading(1)), TestContext.Current.CancellationToken);
            _feed.Subscribe(topic).Dispose();
            using var subscription = _feed.Subscribe(topic);
            await publisher;
            Assert.True(subscription.TryTake(out _));
        }
    }

    private sealed record Reading(int Number);
}
