namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>lab</c>.</summary>
[ErrorTexts("lab")]
internal sealed class LabErrorTexts;
