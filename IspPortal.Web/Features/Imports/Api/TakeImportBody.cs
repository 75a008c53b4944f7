namespace IspPortal.Web.Features.Imports.Api;

/// <param name="Version">The version that was read; required.</param>
internal sealed record TakeImportBody(long? Version = null);
