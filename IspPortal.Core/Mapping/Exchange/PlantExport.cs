namespace IspPortal.Core.Mapping.Exchange;

/// <summary>The plant as a file that is written while it is read.</summary>
/// <param name="FileName">A name for it.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Pieces">Its text, to be written in UTF-8, a piece at a time.</param>
public sealed record PlantExport(string FileName, string MediaType, IEnumerable<string> Pieces);
