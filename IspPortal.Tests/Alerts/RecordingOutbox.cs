using System.Collections.Concurrent;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;

namespace IspPortal.Tests.Alerts;

/// <summary>A message outbox that keeps what it is given, once each by subject, kind, channel and address; nothing is ever sent unless the test says so.</summary>
internal sealed class RecordingOutbox : IMessageOutbox
{
    private readonly ConcurrentDictionary<(Guid, string, MessageChannel, string), MessageOrder> _known = new();

    public List<(MessageOrder Order, MessageRecipient To)> Queued { get; } = [];

    /// <summary>How many were asked for, those that were known included.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether what is queued waits still.</summary>
    public bool Waits { get; set; }

    /// <summary>The next order throws once it is taken: the portal dies before it notes that.</summary>
    public bool DiesAfterNext { get; set; }

    public Task<Result<int>> QueueAsync(MessageOrder order, CancellationToken cancellationToken)
    {
        var queued = 0;
        foreach (var to in order.To)
        {
            Asked++;
            if (_known.TryAdd((order.SubjectId, order.Kind, to.Channel, to.Address), order))
            {
                Queued.Add((order, to));
                queued++;
            }
        }

        if (DiesAfterNext)
        {
            DiesAfterNext = false;
            throw new InvalidOperationException("killed");
        }

        return Task.FromResult<Result<int>>(queued);
    }

    public Task<int> DropAsync(Guid subjectId, IReadOnlyCollection<string>? kinds, CancellationToken cancellationToken) =>
        Task.FromResult(Waits ? Queued.Count(q => q.Order.SubjectId == subjectId && (kinds is null || kinds.Contains(q.Order.Kind))) : 0);

    public IEnumerable<string> Told(string @event) => Queued.Where(q => q.Order.Event == @event).Select(q => q.To.Name ?? q.To.Address);
}
