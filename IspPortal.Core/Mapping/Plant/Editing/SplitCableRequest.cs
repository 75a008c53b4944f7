using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>Where a cable is cut in two.</summary>
/// <param name="At">The place; the nearest one on its way is taken.</param>
/// <param name="NodeId">The node that comes between: one that is there, or the id of <paramref name="NewNode"/>.</param>
/// <param name="NewNode">What is put there, or null: the node is there.</param>
/// <param name="NewCableId">Id of the second part, which reaches to the old side B.</param>
/// <param name="NewName">Name of the second part.</param>
/// <param name="SpliceThrough">Every core is spliced to the one of the same number, so that light goes on as before.</param>
public sealed record SplitCableRequest(GeoPoint At, Guid NodeId, SavePlantNodeRequest? NewNode, Guid NewCableId, string NewName, bool SpliceThrough = true);
