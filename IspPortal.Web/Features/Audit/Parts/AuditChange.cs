namespace IspPortal.Web.Features.Audit.Parts;

/// <summary>One field of an audited row. A side that had no such field is null; one that held JSON's null is the word <c>null</c>.</summary>
/// <param name="Field">The field, nested ones joined by dots.</param>
/// <param name="Before">Its value before, or null when it did not exist.</param>
/// <param name="After">Its value after, or null when it no longer exists.</param>
internal sealed record AuditChange(string Field, string? Before, string? After)
{
    public bool IsChanged => !string.Equals(Before, After, StringComparison.Ordinal);
}
