namespace IspPortal.Core.Mapping.Photos;

/// <summary>A new photo.</summary>
/// <param name="NodeId">Of which node.</param>
/// <param name="Content">JPEG or PNG, up to 10 MB.</param>
/// <param name="Note">What it shows, or null; up to 200 characters.</param>
public sealed record AddPlantPhotoRequest(Guid NodeId, ReadOnlyMemory<byte> Content, string? Note = null);
