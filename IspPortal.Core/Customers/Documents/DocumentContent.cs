namespace IspPortal.Core.Customers.Documents;

/// <summary>The file of a document.</summary>
/// <param name="Format">What it is.</param>
/// <param name="FileName">A safe name with the ending of its format.</param>
/// <param name="Bytes">The file.</param>
public sealed record DocumentContent(DocumentFormat Format, string FileName, ReadOnlyMemory<byte> Bytes);
