namespace IspPortal.Core.Monitoring;

/// <summary>The newest lines of one router's log, oldest first, at most 200.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="Lines">The lines.</param>
public sealed record RouterLogTail(Guid RouterId, IReadOnlyList<RouterLogLine> Lines);
