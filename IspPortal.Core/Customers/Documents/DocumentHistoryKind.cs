namespace IspPortal.Core.Customers.Documents;

/// <summary>What happened to a document.</summary>
internal enum DocumentHistoryKind
{
    Uploaded,
    Changed,
    Verified,
    Rejected,
    Removed,
    Restored,
}
