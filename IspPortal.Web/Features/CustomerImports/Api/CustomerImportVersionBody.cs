namespace IspPortal.Web.Features.CustomerImports.Api;

/// <summary>What was read.</summary>
/// <param name="Version">The version that was read; required.</param>
internal sealed record CustomerImportVersionBody(long? Version = null);
