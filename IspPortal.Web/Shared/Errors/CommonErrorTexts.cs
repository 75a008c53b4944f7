namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors that any feature may give.</summary>
[ErrorTexts("common")]
internal sealed class CommonErrorTexts;
