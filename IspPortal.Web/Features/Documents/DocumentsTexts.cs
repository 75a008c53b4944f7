namespace IspPortal.Web.Features.Documents;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class DocumentsTexts;
