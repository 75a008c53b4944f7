namespace IspPortal.Infrastructure.Outbox;

/// <summary>One handler of one event.</summary>
/// <param name="EventName">Which event.</param>
/// <param name="Name">The handler's stable name; it is stored with each delivery.</param>
/// <param name="HandleAsync">Reads the payload and calls the handler from the given scope.</param>
internal sealed record EventHandlerEntry(string EventName, string Name, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync);
