namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>printing</c>.</summary>
[ErrorTexts("printing")]
internal sealed class PrintingErrorTexts;
