namespace IspPortal.Core.Mapping.Exchange;

/// <summary>What a file says of the plant, whatever its format. Lines are those of the file in CSV and KML, and the number of the feature in GeoJSON, from 1.</summary>
internal sealed record PlantFile(IReadOnlyList<PlantFileNode> Nodes, IReadOnlyList<PlantFileCable> Cables, IReadOnlyList<PlantFileLink> Links, IReadOnlyList<PlantFileFault> Faults);
