namespace IspPortal.Core.Mapping.Fiber;

/// <summary>A splitter: what comes in is shared out evenly.</summary>
/// <param name="Id">The splitter.</param>
/// <param name="NodeId">The cabinet, closure or ODP it sits in.</param>
/// <param name="Outputs">2, 4, 8, 16, 32 or 64.</param>
public sealed record FiberSplitter(Guid Id, Guid NodeId, int Outputs);
