namespace IspPortal.Infrastructure.Network;

/// <summary>A router besides the one that serves a line, on which it may be online.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="IsClosed">It lets nobody of the line in; a session from before may go on.</param>
internal readonly record struct OtherPlace(Guid RouterId, bool IsClosed);
