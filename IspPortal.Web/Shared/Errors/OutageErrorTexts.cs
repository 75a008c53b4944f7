namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>outages</c>.</summary>
[ErrorTexts("outages")]
internal sealed class OutageErrorTexts;
