namespace IspPortal.Core.Mapping.Photos;

/// <summary>A photo of a node.</summary>
/// <param name="Id">The photo.</param>
/// <param name="NodeId">Of which node.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="SizeBytes">Bytes of the file.</param>
/// <param name="Note">What it shows, or null.</param>
/// <param name="AddedBy">Who added it.</param>
/// <param name="AddedAtUtc">When.</param>
public sealed record PlantPhotoRow(Guid Id, Guid NodeId, int Width, int Height, long SizeBytes, string? Note, string AddedBy, DateTime AddedAtUtc);
