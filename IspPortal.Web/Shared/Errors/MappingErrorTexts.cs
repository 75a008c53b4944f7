namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>mapping</c>.</summary>
[ErrorTexts("mapping")]
internal sealed class MappingErrorTexts;
