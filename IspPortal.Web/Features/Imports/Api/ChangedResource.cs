namespace IspPortal.Web.Features.Imports.Api;

/// <summary>How many things an action changed.</summary>
internal sealed record ChangedResource(int Changed);
