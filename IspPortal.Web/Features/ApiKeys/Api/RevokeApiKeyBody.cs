namespace IspPortal.Web.Features.ApiKeys.Api;

/// <summary>The end of a key.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
internal sealed record RevokeApiKeyBody(string? Reason);
