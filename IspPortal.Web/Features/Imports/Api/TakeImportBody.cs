namespace IspPortal.Web.Features.Imports.Api;

/// <summary>What was read.</summary>
/// <param name="Version">The version that was read; required.</param>
internal sealed record TakeImportBody(long? Version = null);
