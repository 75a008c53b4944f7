namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>What a file turned out to be.</summary>
/// <param name="Format">By its content.</param>
/// <param name="Length">How many of its bytes belong to it: what hangs behind a picture's end (another file, often) is not kept.</param>
/// <param name="Pages">Pages of a PDF; 1 for a picture.</param>
/// <param name="Width">Pixels across, or null for a PDF.</param>
/// <param name="Height">Pixels down, or null for a PDF.</param>
internal readonly record struct DocumentShape(DocumentFormat Format, int Length, int Pages, int? Width, int? Height);
