namespace IspPortal.Core.Customers.Documents;

/// <summary>Whether somebody has looked at a document.</summary>
public enum DocumentState
{
    /// <summary>Nobody has judged it yet.</summary>
    Pending,

    /// <summary>Looked at and good.</summary>
    Verified,

    /// <summary>Looked at and not good, with a reason.</summary>
    Rejected,
}
