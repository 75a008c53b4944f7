namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>The fibre of one node.</summary>
/// <param name="NodeId">The node.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Ends">Every end that comes to it, those of one thing together.</param>
public sealed record NodeFibre(Guid NodeId, string Name, PlantNodeKind Kind, IReadOnlyList<NodeEnd> Ends);
