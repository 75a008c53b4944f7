namespace IspPortal.Core.Mapping.Fiber;

/// <summary>A cable as light sees it.</summary>
/// <param name="Id">The cable.</param>
/// <param name="FromNodeId">Where side A ends.</param>
/// <param name="ToNodeId">Where side B ends.</param>
/// <param name="LengthMetres">With its spare loops.</param>
/// <param name="Cores">How many cores it has.</param>
public sealed record FiberCable(Guid Id, Guid FromNodeId, Guid ToNodeId, double LengthMetres, int Cores);
