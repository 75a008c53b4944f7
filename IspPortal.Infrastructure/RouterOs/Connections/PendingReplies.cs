using System.Collections.Concurrent;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>The commands of one connection whose last word has not come, by tag.</summary>
internal sealed class PendingReplies
{
    private readonly ConcurrentDictionary<int, PendingReply> _tagged = new();
    private int _lastTag;

    // Login goes untagged, as the oldest routers expect; nothing else does.
    private volatile PendingReply? _untagged;

    public int NextTag() => Interlocked.Increment(ref _lastTag);

    public void Add(PendingReply pending)
    {
        if (pending.Tag == SentenceView.NoTag)
        {
            _untagged = pending;
        }
        else
        {
            _tagged[pending.Tag] = pending;
        }
    }

    public PendingReply? Find(int tag) => tag == SentenceView.NoTag ? _untagged : _tagged.GetValueOrDefault(tag);

    public PendingReply Forget(PendingReply pending)
    {
        if (pending.Tag == SentenceView.NoTag)
        {
            _untagged = null;
        }
        else
        {
            _tagged.TryRemove(pending.Tag, out _);
        }

        return pending;
    }

    public void FailAll(Error reason)
    {
        foreach (var pending in _tagged.Values)
        {
            Forget(pending).Fail(reason);
        }

        if (_untagged is { } untagged)
        {
            Forget(untagged).Fail(reason);
        }
    }
}
