namespace IspPortal.Web.Documents;

/// <summary>Texts of printed documents.</summary>
internal sealed class DocumentTexts;
