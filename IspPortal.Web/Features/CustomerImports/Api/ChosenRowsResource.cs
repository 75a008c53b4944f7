namespace IspPortal.Web.Features.CustomerImports.Api;

/// <summary>How many rows an action changed.</summary>
internal sealed record ChosenRowsResource(int Changed);
