namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>What the operator says.</summary>
/// <param name="Note">Free text.</param>
/// <param name="Version">The version that was read, or null to act on whatever is there.</param>
internal sealed record AlertNoteBody(string? Note = null, long? Version = null);
