namespace IspPortal.Core.Documents;

/// <summary>A printed page.</summary>
/// <param name="Bytes">The PDF.</param>
/// <param name="FromCache">Whether it had been printed before.</param>
public sealed record PrintedPdf(ReadOnlyMemory<byte> Bytes, bool FromCache);
