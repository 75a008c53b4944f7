namespace IspPortal.Web.Features.ApiKeys;

/// <summary>Texts of the API key pages.</summary>
internal sealed class ApiKeysTexts;
