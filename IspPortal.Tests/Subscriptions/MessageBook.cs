using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Keeps what was queued, each (subject, kind) once, as the outbox does.</summary>
internal sealed class MessageBook : IMessageOutbox
{
    private readonly HashSet<(Guid, string)> _known = [];

    /// <summary>What was queued, in order.</summary>
    public List<MessageOrder> Orders { get; } = [];

    /// <summary>What was taken back; kinds null: all of it.</summary>
    public List<(Guid SubjectId, IReadOnlyCollection<string>? Kinds)> Dropped { get; } = [];

    /// <summary>How often somebody asked to queue.</summary>
    public int Asked { get; private set; }

    public Error? Broken { get; set; }

    public Task<Result<int>> QueueAsync(MessageOrder order, CancellationToken cancellationToken)
    {
        Asked++;
        if (Broken is not null)
        {
            return Task.FromResult<Result<int>>(Broken);
        }

        if (!_known.Add((order.SubjectId, order.Kind)))
        {
            return Task.FromResult<Result<int>>(0);
        }

        Orders.Add(order);
        return Task.FromResult<Result<int>>(order.To.Count);
    }

    public Task<int> DropAsync(Guid subjectId, IReadOnlyCollection<string>? kinds, CancellationToken cancellationToken)
    {
        Dropped.Add((subjectId, kinds));
        return Task.FromResult(0);
    }
}
