namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>documents</c>.</summary>
[ErrorTexts("documents")]
internal sealed class DocumentErrorTexts;
