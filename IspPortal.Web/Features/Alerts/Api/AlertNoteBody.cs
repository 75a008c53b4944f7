namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>What the operator says.</summary>
/// <param name="Note">Free text.</param>
internal sealed record AlertNoteBody(string? Note = null);
