namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>What a sweep did.</summary>
/// <param name="Erased">Files of documents that were removed long enough ago.</param>
/// <param name="Orphans">Files without a document.</param>
/// <param name="Missing">Documents without their file: somebody has to look.</param>
internal sealed record DocumentSweep(int Erased, int Orphans, int Missing);
