namespace IspPortal.Core.Common.Events;

/// <summary>Handles one kind of event. Must be idempotent: an event is delivered at least once.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Does the work. An exception means: again later, and after the last try a dead letter on the Jobs page.</summary>
    Task HandleAsync(TEvent domainEvent, CancellationToken cancellationToken);
}
