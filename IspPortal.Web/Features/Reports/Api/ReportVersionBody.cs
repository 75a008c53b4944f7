namespace IspPortal.Web.Features.Reports.Api;

/// <summary>Which report was seen.</summary>
/// <param name="Version">The version that was read; required.</param>
internal sealed record ReportVersionBody(long? Version = null);
