namespace IspPortal.Web.Features.CustomerImports;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class CustomerImportsTexts;
