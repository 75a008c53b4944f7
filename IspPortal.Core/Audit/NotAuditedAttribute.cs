namespace IspPortal.Core.Audit;

/// <summary>
/// The property never reaches the audit: hashes, stamps, and what the portal itself writes all day (last seen, last poll).
/// A save that changes only such properties leaves no audit row.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;
