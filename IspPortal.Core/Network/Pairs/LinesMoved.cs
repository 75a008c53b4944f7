using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Network.Pairs;

/// <summary>The other router of a pair serves lines from now on, or serves them no more.</summary>
/// <param name="RouterId">The router whose pair it is.</param>
/// <param name="AccessIds">The lines, some hundreds at most.</param>
public sealed record LinesMoved(Guid RouterId, IReadOnlyList<Guid> AccessIds) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "network.lines_moved";

    /// <inheritdoc />
    public Guid AggregateId => RouterId;
}
