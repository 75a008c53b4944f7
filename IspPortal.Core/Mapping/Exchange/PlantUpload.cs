namespace IspPortal.Core.Mapping.Exchange;

/// <summary>A file of the plant: GeoJSON, KML or CSV; which of them, its content decides.</summary>
/// <param name="Name">The name of the file; it names the edit.</param>
/// <param name="Content">The file.</param>
/// <param name="Options">What is said besides it.</param>
public sealed record PlantUpload(string Name, ReadOnlyMemory<byte> Content, PlantImportOptions Options);
