namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>plans</c>.</summary>
[ErrorTexts("plans")]
internal sealed class PlanErrorTexts;
