namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>jobs</c>.</summary>
[ErrorTexts("jobs")]
internal sealed class JobErrorTexts;
