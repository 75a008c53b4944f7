namespace IspPortal.Web.Features.Imports.Api;

/// <summary>Which router to read, and whom its lines belong to.</summary>
/// <param name="RouterId">The router; required.</param>
/// <param name="FileName">What the list of customers is called, or null.</param>
/// <param name="Customers">CSV with a header, up to 5 MB, or null.</param>
internal sealed record BeginImportBody(Guid? RouterId = null, string? FileName = null, string? Customers = null);
