namespace IspPortal.Core.Customers.Privacy;

/// <summary>Everything that is held about one person, as a file.</summary>
/// <param name="FileName">A name for the file.</param>
/// <param name="Json">UTF-8 JSON, one property per part.</param>
public sealed record PersonExport(string FileName, ReadOnlyMemory<byte> Json);
