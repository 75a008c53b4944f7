namespace IspPortal.Web.Features.Customers.Api;

/// <summary>A note.</summary>
/// <param name="Text">Up to 4,000 characters.</param>
internal sealed record CustomerNoteBody(string? Text = null);
