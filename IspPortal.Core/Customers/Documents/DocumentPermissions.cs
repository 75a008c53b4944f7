namespace IspPortal.Core.Customers.Documents;

/// <summary>What one may be allowed to do with the documents of customers.</summary>
public static class DocumentPermissions
{
    /// <summary>See which documents there are, not what is in them.</summary>
    public const string DocumentsRead = "documents.read";

    /// <summary>Open documents; each look is in the audit. Identity papers need <see cref="CustomersPermissions.CustomersIdentity"/> too.</summary>
    public const string DocumentsView = "documents.view";

    /// <summary>Add, describe, remove and restore documents.</summary>
    public const string DocumentsWrite = "documents.write";

    /// <summary>Verify and reject documents.</summary>
    public const string DocumentsVerify = "documents.verify";
}
