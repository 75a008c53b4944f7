namespace IspPortal.Web.Features.Search;

/// <summary>Texts of the search.</summary>
internal sealed class SearchTexts;
