namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>drift</c>.</summary>
[ErrorTexts("drift")]
internal sealed class DriftErrorTexts;
