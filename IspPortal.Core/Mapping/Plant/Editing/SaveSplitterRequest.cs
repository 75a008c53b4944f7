namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>What a splitter is.</summary>
/// <param name="NodeId">The cabinet, closure or ODP it sits in; it stays there.</param>
/// <param name="Name">Its name, unique in the node; up to 60 characters.</param>
/// <param name="Outputs">2, 4, 8, 16, 32 or 64.</param>
public sealed record SaveSplitterRequest(Guid NodeId, string Name, int Outputs);
